import { describe, expect, it } from '@jest/globals';
import type { FakeCase, Round } from './fake-cases.ts';
import { fakeGates, holds } from './gates.ts';

const round = (ours: object = {}, bare?: object): Round => ({ ours: { sent: 10_000, wireMs: 4000, memory: 300, openFiles: 23, connections: 1, retries: 0, throttled: 0, ...ours }, ...(bare === undefined ? {} : { bare: { sent: 10_000, wireMs: 3000, ...bare } }) }) as Round;
const broken = (one: Partial<FakeCase>): readonly string[] => fakeGates({ name: 'all new, apply', latencyMs: 0, rounds: [round({}, {})], seen: {}, ...one }, 10_000, { throughput: true }).filter((gate) => !holds(gate)).map((gate) => gate.name.replace(/^.*ms: /, ''));

describe('fakeGates', () => {
  it.each<[string, Partial<FakeCase>, readonly string[]]>([
    ['three quarters of the loop', {}, []],
    ['less than 70 %', { rounds: [round({ wireMs: 4500 }, {})] }, ['requests per second over those of the bare loop, median']],
    ['one bad round of three', { rounds: [round({ wireMs: 9000 }, {}), round({}, {}), round({}, {})] }, []],
    ['too much of everything', { rounds: [round({ memory: 401, openFiles: 65, connections: 3 }, {})] }, ['memory (MiB)', 'open files', 'connections']],
    ['20 pages, one list more and ten requests', { name: 'all unchanged, plan', rounds: [round()], seen: { 'list configmaps': 20, 'list namespaces': 1, 'get configmaps': 10 } }, []],
    ['one request more', { name: 'all unchanged, plan', rounds: [round()], seen: { 'list configmaps': 21, 'list namespaces': 1, 'get configmaps': 10 } }, ['requests beyond the pages of the lists']],
    ['a write where nothing changed', { name: 'all unchanged, apply', rounds: [round()], seen: { 'update leases': 1 } }, ['writes']],
    ['more writes than changes', { name: '1 % changed, apply', rounds: [round({}, {})], seen: { 'patch configmaps': 101 } }, ['writes of objects']],
    ['more sent again than was refused', { rounds: [round({ throttled: 300, retries: 301 })] }, ['requests sent again']],
  ])('%s', (_, one, expected) => expect(broken(one)).toEqual(expected));
});
