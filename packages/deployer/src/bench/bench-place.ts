import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchBundle } from './bundle.ts';
import type { CommandFigures, CommandTask } from './children/command.ts';
import type { LoopFigures, LoopTask } from './children/loop.ts';
import { childPath, type RanProgram, runTimed } from './run-child.ts';

/** The server that a measurement is made on. */
export interface BenchServer {
  readonly url: string;
  readonly ca: string | undefined;
  readonly kubeconfig: string;
  /** uid of its namespace kube-system. */
  readonly identity: string;
}

/** What is measured of one whole process of the command line. */
export interface CommandRun extends CommandFigures {
  readonly wallMs: number;
}

/** A folder of one measurement, from which whole processes are started. */
export interface BenchPlace {
  readonly folder: string;
  /** @param record whether to keep its requests, for `loop` @throws Error with what it said when it does not end with 0 */
  command(server: BenchServer, verb: 'plan' | 'apply', bundle: BenchBundle, record?: boolean): Promise<CommandRun>;
  /** Sends what was recorded last. */
  loop(server: BenchServer, replaced?: LoopTask['replaced']): Promise<LoopFigures>;
}

/** Requests of the bare loop under way at once: what the engine's own limit ends at. */
const loopConcurrency = 32;

/** @param node path of a Node that runs TypeScript */
export async function inBenchPlace<T>(node: string, use: (place: BenchPlace) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bud-o11y-bench-'));
  const [kubeconfig, identities, figures, recording] = ['kubeconfig', 'identities.json', 'figures.json', 'recording'].map((name) => join(folder, name)) as [string, string, string, string];
  const child = async (name: 'command' | 'loop', task: CommandTask | LoopTask, variables: Readonly<Record<string, string>>): Promise<RanProgram> => {
    const ran = await runTimed({ program: node, args: ['--disable-warning=ExperimentalWarning', childPath(name), JSON.stringify(task)], cwd: folder, variables });
    if (ran.exit !== 0) throw new Error(`the ${name} that is measured ended with ${String(ran.exit)}:\n${ran.said.slice(-2000)}`);
    return ran;
  };
  const read = async <Figures>(): Promise<Figures> => JSON.parse(await readFile(figures, 'utf8')) as Figures;

  try {
    return await use({
      folder,
      async command(server, verb, bundle, record = false) {
        await writeFile(kubeconfig, server.kubeconfig, { mode: 0o600 });
        await writeFile(identities, JSON.stringify({ dev: server.identity }));
        const { wallMs } = await child('command', { args: [verb, '-e', 'dev', '--identities', identities], bundle, figures, ...(record ? { recording } : {}) }, { KUBECONFIG: kubeconfig });
        return { ...(await read<CommandFigures>()), wallMs };
      },
      async loop({ url, ca }, replaced = []) {
        await child('loop', { server: url, recording, replaced, concurrency: loopConcurrency, figures, ...(ca === undefined ? {} : { ca }) }, {});
        return await read<LoopFigures>();
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
