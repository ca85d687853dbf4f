import { type FakeCase, stormRefusals } from './fake-cases.ts';
import type { RealFigures } from './real-cases.ts';
import { ratios, spreadOf } from './statistics.ts';

/** A promise that was measured. No gate is about milliseconds: a busy machine would decide it. */
export interface Gate {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** `most`: the value may be as large as the limit; `least`: as small. */
  readonly bound: 'most' | 'least';
}

/** Objects per page of a list. */
const pageSize = 500;
const furtherRequests = 10;
const leastOfLoop = 0.7;
const mostMemory = 400;
const mostOpenFiles = 64;
const leastOverKubectlApply = 1.5;
const leastOverKubectlDiff = 4;

export function holds({ value, limit, bound }: Gate): boolean {
  return bound === 'most' ? value <= limit : value >= limit;
}

/** Gates of a case on the fake. That of throughput is about many requests: with few, what is done once decides. */
export function fakeGates({ name, latencyMs, rounds, seen }: FakeCase, objects: number, { throughput }: { readonly throughput: boolean }): readonly Gate[] {
  const gate = (what: string, value: number, limit: number, bound: Gate['bound'] = 'most'): Gate => ({ name: `${name}, ${latencyMs} ms: ${what}`, value, limit, bound });
  const sizes = [
    gate('memory (MiB)', Math.max(...rounds.map(({ ours }) => ours.memory)), mostMemory),
    gate('open files', Math.max(...rounds.map(({ ours }) => ours.openFiles)), mostOpenFiles),
  ];
  if (name.startsWith('all unchanged')) {
    const lists = Math.ceil(objects / pageSize) + 1;
    return [...sizes, gate('requests beyond the pages of the lists', total(seen) - lists, furtherRequests), gate('writes', total(seen, /^(?:create|patch|update|delete) /), 0)];
  }
  if (name.startsWith('1 %')) return [...sizes, gate('writes of objects', seen['patch configmaps'] ?? 0, Math.ceil(objects / 100))];
  const refused = Math.max(...rounds.map(({ ours }) => ours.throttled));
  if (refused > 0) return [...sizes, gate('answers 429', refused, stormRefusals(objects)), gate('requests sent again', Math.max(...rounds.map(({ ours }) => ours.retries)), refused)];
  const bare = rounds.flatMap((round) => round.bare ?? []);
  const pace = ratios(rounds.map(({ ours }) => ours.sent / ours.wireMs), bare.map(({ sent, wireMs }) => sent / wireMs));
  return [...sizes, gate('connections', Math.max(...rounds.map(({ ours }) => ours.connections)), 2), ...(throughput ? [gate('requests per second over those of the bare loop, median', pace.median, leastOfLoop, 'least')] : [])];
}

/** Gates of the real API server. */
export function realGates({ apply, plan }: RealFigures): readonly Gate[] {
  const over = (rounds: readonly { readonly ours: { readonly wallMs: number }; readonly kubectl: number }[]): number => ratios(rounds.map(({ kubectl }) => kubectl), rounds.map(({ ours }) => ours.wallMs)).median;
  return [
    { name: 'real API server: apply, times as fast as kubectl apply --server-side', value: over(apply), limit: leastOverKubectlApply, bound: 'least' },
    { name: 'real API server: no-op plan, times as fast as kubectl diff --server-side', value: over(plan), limit: leastOverKubectlDiff, bound: 'least' },
    { name: 'real API server: memory of the apply (MiB)', value: spreadOf(apply.map(({ ours }) => ours.memory)).highest, limit: mostMemory, bound: 'most' },
    { name: 'real API server: open files of the apply', value: spreadOf(apply.map(({ ours }) => ours.openFiles)).highest, limit: mostOpenFiles, bound: 'most' },
  ];
}

function total(counts: Readonly<Record<string, number>>, pattern = /./): number {
  return Object.entries(counts).reduce((sum, [name, count]) => sum + (pattern.test(name) ? count : 0), 0);
}
