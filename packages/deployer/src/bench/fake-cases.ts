import { type FakeProcess, startFakeProcess } from '../fakes/kubernetes/process.ts';
import type { BenchPlace, BenchServer, CommandRun } from './bench-place.ts';
import { type BenchBundle, revisionMark } from './bundle.ts';
import type { LoopFigures } from './children/loop.ts';

/** One round of a case: the command, and right after it the bare loop with the same requests. */
export interface Round {
  readonly ours: CommandRun;
  readonly bare?: LoopFigures;
}

/** One case on the fake, with its rounds in their order. */
export interface FakeCase {
  readonly name: string;
  readonly latencyMs: number;
  readonly rounds: readonly Round[];
  /** Requests of one run as the server counted them. */
  readonly seen: Readonly<Record<string, number>>;
}

export interface FakeCasesOptions {
  readonly node: string;
  readonly place: BenchPlace;
  readonly objects: number;
  readonly rounds: number;
  readonly latencyMs: number;
}

const identity = 'a1b2c3d4-0000-4000-8000-000000000001';
const objectBytes = 2000;
const namespace = 'bench';

/** Share of the objects that a change touches. */
const changedShare = 0.01;

/** Every object new, then all unchanged (plan and apply), then one in a hundred changed, each after the other on the same servers. */
export async function measureOnFake({ node, place, objects, rounds, latencyMs }: FakeCasesOptions): Promise<readonly FakeCase[]> {
  const bundle: BenchBundle = { count: objects, bytes: objectBytes, revision: 0, namespace };
  const open = async (): Promise<Fake> => await openFake(node, latencyMs);
  const warmUp = await open();
  await place.command(warmUp.server, 'apply', bundle, true);
  await warmUp.process.close();

  const created: Round[] = [];
  let [one, other] = [await open(), await open()];
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) {
      await Promise.all([one.process.close(), other.process.close()]);
      [one, other] = [await open(), await open()];
    }
    created.push({ ours: await place.command(one.server, 'apply', bundle), bare: await place.loop(other.server) });
  }
  const cases: FakeCase[] = [{ name: 'all new, apply', latencyMs, rounds: created, seen: await one.process.counts() }];

  for (const verb of ['plan', 'apply'] as const) {
    await one.process.clear();
    await place.command(one.server, verb, bundle, true);
    const seen = await one.process.counts();
    const unchanged: Round[] = [];
    for (let round = 0; round < rounds; round += 1) unchanged.push({ ours: await place.command(one.server, verb, bundle) });
    cases.push({ name: `all unchanged, ${verb}`, latencyMs, rounds: unchanged, seen });
  }

  const changed: Round[] = [];
  const revised = (revision: number): BenchBundle => ({ ...bundle, revision, changed: Math.ceil(objects * changedShare) });
  await place.command(one.server, 'apply', revised(1), true);
  await one.process.clear();
  for (let round = 0; round < rounds; round += 1) {
    changed.push({ ours: await place.command(one.server, 'apply', revised(round + 2)), bare: await place.loop(other.server, [[revisionMark(1), revisionMark(round + 2)]]) });
  }
  cases.push({ name: '1 % changed, apply', latencyMs, rounds: changed, seen: perRun(await one.process.counts(), rounds) });
  await Promise.all([one.process.close(), other.process.close()]);
  return cases;
}

/** In the middle of an apply of new objects a share of the writes is refused in a row, each with the wish to wait a second. */
const storm = { after: 0.5, share: 0.03, retryAfterSeconds: 1 } as const;

/** How many writes the storm refuses. */
export function stormRefusals(objects: number): number {
  return Math.ceil(objects * storm.share);
}

/** All new, with a storm of 429 in the middle. */
export async function measureStorm({ node, place, objects, rounds, latencyMs }: FakeCasesOptions): Promise<FakeCase> {
  const measured: Round[] = [];
  let seen = {};
  for (let round = 0; round < rounds; round += 1) {
    const { process, server } = await openFake(node, latencyMs);
    await process.fault({
      match: 'patch configmaps',
      skip: Math.floor(objects * storm.after),
      times: stormRefusals(objects),
      fault: { do: 'answer', code: 429, headers: { 'retry-after': String(storm.retryAfterSeconds) }, body: { kind: 'Status', status: 'Failure', code: 429, reason: 'TooManyRequests', message: 'too many requests' } },
    });
    measured.push({ ours: await place.command(server, 'apply', { count: objects, bytes: objectBytes, revision: 0, namespace }) });
    seen = await process.counts();
    await process.close();
  }
  return { name: `all new, apply, ${stormRefusals(objects)} answers 429`, latencyMs, rounds: measured, seen };
}

interface Fake {
  readonly process: FakeProcess;
  readonly server: BenchServer;
}

async function openFake(node: string, latencyMs: number): Promise<Fake> {
  const process = await startFakeProcess(node, { tls: true, identity, latencyMs });
  return { process, server: { url: process.url, ca: process.ca, kubeconfig: process.kubeconfig, identity } };
}

function perRun(counts: Readonly<Record<string, number>>, runs: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / runs]));
}
