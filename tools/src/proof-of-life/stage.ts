import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, seconds } from '@bud-o11y/model';
import { writeAlerts } from './alert-series.ts';
import { writeRecordings } from './record.ts';
import type { Scenario } from './scenario.ts';
import { healthy } from './scenarios.ts';
import { madeSeries } from './series.ts';
import { type Store, startStore } from './store.ts';
import { type Segment, history, recently, trouble } from './timeline.ts';

/** A real Prometheus that holds one scenario: what programs export, what the generated rules record, and the alerts. */
export interface Stage {
  readonly scenario: Scenario;
  readonly environment: Environment;
  readonly store: Store;
  /** First moment that it knows anything of, in Unix seconds. */
  readonly start: number;
}

/** Sets a stage, lets `use` look at it, and takes it away again. */
export type SetStage = <T>(scenario: Scenario, use: (stage: Stage) => Promise<T>) => Promise<T>;

/**
 * Writes the month before the trouble once, which is the same in every scenario, and hands out stages that go on from a copy
 * of it. `path` is the program. Leaves nothing behind.
 */
export async function withStages<T>(path: string, environment: Environment, use: (setStage: SetStage) => Promise<T>): Promise<T> {
  const scrapeInterval = seconds(environment.scrapeInterval);
  const past = history(scrapeInterval);
  const start = past[0]?.scrapes[0] ?? 0;
  return inFolder(async (base) => {
    await withStore(path, base, (store) => fill(store, environment, healthy, start, past));
    return use((scenario, look) => inFolder(async (folder) => {
      await cp(base, folder, { recursive: true });
      return withStore(path, folder, async (store) => {
        await fill(store, environment, scenario, start, [trouble(scrapeInterval)]);
        await writeAlerts(store, environment, recently(scrapeInterval));
        return look({ scenario, environment, store, start });
      });
    }));
  });
}

/** Scrapes and evaluates within the segments. */
async function fill(store: Store, environment: Environment, scenario: Scenario, start: number, segments: readonly Segment[]): Promise<void> {
  const scrapes = segments.flatMap((segment) => segment.scrapes);
  const made = madeSeries(scenario, environment, start);
  // A few series at a time: all samples of a month at once would take hundreds of megabytes.
  for (let from = 0; from < made.length; from += 100) {
    await store.write(made.slice(from, from + 100).map(({ labels, at }) => ({
      labels,
      samples: scrapes.flatMap((moment) => {
        const value = at(moment);
        return value === undefined ? [] : [[moment, value] as const];
      }),
    })));
  }
  await writeRecordings(store, environment, segments);
}

async function withStore<T>(path: string, folder: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await startStore(path, folder);
  try {
    return await use(store);
  } finally {
    await store.stop();
  }
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'proof-of-life-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
