import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../live/free-port.ts';
import { startProgram } from '../live/program.ts';
import type { Entity } from './entities.ts';
import { type WrittenSeries, remoteWriteBody } from './remote-write.ts';

/** One series of an answer; a vector has one point each. */
export interface AnsweredSeries {
  readonly labels: Entity;
  /** Unix seconds and value; the value may be NaN or infinite. */
  readonly points: readonly (readonly [seconds: number, value: number])[];
}

/** What the engine answers, or why it refuses. */
export type Answer = { readonly series: readonly AnsweredSeries[] } | { readonly error: string };

/** A moment, or a span in steps, in seconds. */
export type When = { readonly at: number } | { readonly from: number; readonly to: number; readonly step: number };

/** A real Prometheus that holds what it is given, whatever the time is. */
export interface Store {
  write(series: readonly WrittenSeries[]): Promise<void>;
  query(expr: string, when: When): Promise<Answer>;
  /** Values of a label among the series that a selector matches within a span. @throws Error when the engine refuses. */
  labelValues(label: string, selector: string, from: number, to: number): Promise<readonly string[]>;
  /** Whether a selector matches any series within a span. @throws Error when the engine refuses. */
  matches(selector: string, from: number, to: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Longer than any history: all of it stays in the head block, so that nothing is compacted in the middle of a run. */
const block = '200d';

/** Starts a Prometheus that scrapes nothing. `folder` belongs to it: empty, or as another one left it. */
export async function startStore(path: string, folder: string): Promise<Store> {
  await writeFile(join(folder, 'prometheus.yaml'), 'global: {}\n');
  const address = `127.0.0.1:${await freePort()}`;
  const { url, stop } = await startProgram({
    path, cwd: folder, url: `http://${address}`,
    args: [
      '--config.file=prometheus.yaml', '--storage.tsdb.path=data', `--web.listen-address=${address}`, '--web.enable-remote-write-receiver',
      `--storage.tsdb.min-block-duration=${block}`, `--storage.tsdb.max-block-duration=${block}`, '--storage.tsdb.retention.time=10y', '--enable-feature=memory-snapshot-on-shutdown',
    ],
  });
  const ask = async (endpoint: string, parameters: Readonly<Record<string, string>>): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/${endpoint}?${new URLSearchParams(parameters)}`);
    const { data, error } = await response.json() as { data?: unknown; error?: string };
    if (!response.ok) throw new Refusal(error ?? `HTTP ${response.status}`);
    return data;
  };
  return {
    async write(series) {
      for (const part of parts(series)) {
        const response = await fetch(`${url}/api/v1/write`, {
          method: 'POST', body: remoteWriteBody(part),
          headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy', 'x-prometheus-remote-write-version': '0.1.0' },
        });
        if (!response.ok) throw new Error(`remote write: ${await response.text()}`);
      }
    },
    async query(expr, when) {
      try {
        const data = await ('at' in when ? ask('query', { query: expr, time: String(when.at) }) : ask('query_range', { query: expr, start: String(when.from), end: String(when.to), step: String(when.step) }));
        return { series: seriesOf(data as PrometheusResult) };
      } catch (error) {
        if (error instanceof Refusal) return { error: error.message };
        throw error;
      }
    },
    labelValues: (label, selector, from, to) => ask(`label/${label}/values`, { 'match[]': selector, start: String(from), end: String(to) }) as Promise<readonly string[]>,
    matches: async (selector, from, to) => ((await ask('series', { 'match[]': selector, start: String(from), end: String(to), limit: '1' })) as readonly unknown[]).length > 0,
    stop,
  };
}

/** The engine understood the request and refuses it: most often a query that does not hold together. */
class Refusal extends Error {}

interface PrometheusResult {
  readonly resultType: 'matrix' | 'vector' | 'scalar' | 'string';
  readonly result: unknown;
}

type Sample = readonly [number, string];

function seriesOf({ resultType, result }: PrometheusResult): readonly AnsweredSeries[] {
  if (resultType === 'scalar' || resultType === 'string') return [{ labels: {}, points: [point(result as Sample)] }];
  return (result as readonly { metric: Entity; values?: readonly Sample[]; value?: Sample }[]).map(({ metric, values, value }) => ({
    labels: metric,
    points: (values ?? (value === undefined ? [] : [value])).map(point),
  }));
}

function point([seconds, text]: Sample): readonly [number, number] {
  return [seconds, text === '+Inf' ? Number.POSITIVE_INFINITY : text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text)];
}

/** Requests of a size that a server takes: about four megabytes. */
function* parts(series: readonly WrittenSeries[]): Generator<readonly WrittenSeries[]> {
  let part: WrittenSeries[] = [];
  let samples = 0;
  for (const one of series) {
    part.push(one);
    samples += one.samples.length;
    if (samples < 200_000) continue;
    yield part;
    part = [];
    samples = 0;
  }
  if (part.length > 0) yield part;
}
