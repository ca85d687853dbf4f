import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Environment, yamlText } from '@bud-o11y/model';
import { freePort } from '../live/free-port.ts';
import { type Program, startProgram } from '../live/program.ts';
import { type Neighbours, onLoopback } from './on-loopback.ts';
import { renderedCollectors } from './rendered-collectors.ts';

/** A collector that runs: spans are posted to `otlp`. */
export interface RunningCollector extends Program {
  readonly otlp: string;
}

/** Ports of a collector in a cluster, which a pod has for itself. */
const ports = { otlpHttp: 4318, health: 13133 } as const;

/** Addresses of this machine that stand for pods: every collector gets all of its ports, as in a cluster. */
export function podAddresses(count: number): readonly string[] {
  const network = `127.${1 + Math.floor(Math.random() * 250)}.${1 + Math.floor(Math.random() * 250)}`;
  return Array.from({ length: count }, (_, index) => `${network}.${index + 1}`);
}

/** With what collectors are started: the program and its variables, a folder to write in, and who is told what is not as rendered. */
export interface Workbench {
  readonly otelcol: string;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** Starts a rendered collector of an environment at an address of this machine. */
export async function startCollector({ otelcol, env, folder, print }: Workbench, environment: Environment, name: string, address: string, neighbours: Neighbours): Promise<RunningCollector> {
  const rendered = renderedCollectors(environment).find((collector) => collector.name === name);
  if (rendered === undefined) throw new Error(`${environment.name} has no ${name}`);
  const file = `${name}-${address}.yaml`;
  await writeFile(join(folder, file), yamlText(onLoopback(rendered, neighbours, print)));
  const url = `http://${address}:${ports.health}`;
  const program = await startProgram({ path: otelcol, args: ['--config', file], cwd: folder, url, env: { ...env, MY_POD_IP: address } });
  return { ...program, otlp: `http://${address}:${ports.otlpHttp}/v1/traces` };
}

/** A Prometheus that takes remote writes and scrapes nothing: where Mimir would be. */
export async function startMetricsSink(prometheus: string, folder: string): Promise<Program & { readonly writes: string }> {
  const cwd = join(folder, 'metrics');
  await mkdir(cwd);
  await writeFile(join(cwd, 'prometheus.yml'), yamlText({ global: {} }));
  const address = `127.0.0.1:${await freePort()}`;
  const program = await startProgram({
    path: prometheus, cwd, url: `http://${address}`,
    args: ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${address}`, '--web.enable-remote-write-receiver', '--enable-feature=exemplar-storage'],
  });
  return { ...program, writes: `${program.url}/api/v1/write` };
}

/** The series of an instant query to a Prometheus at a base address: labels without the name, and value. */
export async function queried(prometheus: string, query: string): Promise<readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]> {
  const response = await fetch(`${prometheus}/api/v1/query?query=${encodeURIComponent(query)}`);
  const { data } = (await response.json()) as { readonly data: { readonly result: readonly { readonly metric: Readonly<Record<string, string>>; readonly value: readonly [number, string] }[] } };
  return data.result.map(({ metric, value }) => ({ labels: Object.fromEntries(Object.entries(metric).filter(([label]) => label !== '__name__')), value: Number(value[1]) }));
}
