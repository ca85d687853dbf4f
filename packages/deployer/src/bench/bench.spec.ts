import { describe, expect, it } from '@jest/globals';
import { inBenchPlace } from './bench-place.ts';
import { type FakeCase, measureOnFake } from './fake-cases.ts';
import { fakeGates, holds } from './gates.ts';

const objects = 2000;

describe('the engine on the fake API server, whole processes', () => {
  // One run for all: each case goes on from what the one before it left.
  const measured: Promise<readonly FakeCase[]> = inBenchPlace(process.execPath, async (place) => await measureOnFake({ node: process.execPath, place, objects, rounds: 1, latencyMs: 0 }));

  it.each(['all new, apply', 'all unchanged, plan', 'all unchanged, apply', '1 % changed, apply'])(`${objects} objects, %s: keeps its gates of requests, memory and open files`, async (name) => {
    const found = (await measured).find((one) => one.name === name);
    const gates = found === undefined ? [] : fakeGates(found, objects, { throughput: false });
    expect(gates.length).toBeGreaterThanOrEqual(3);
    expect(gates.filter((gate) => !holds(gate))).toEqual([]);
  }, 120_000);

  it('names every request of a plan without changes', async () => {
    const plan = (await measured).find(({ name }) => name === 'all unchanged, plan');
    expect(plan?.seen).toEqual({ 'get namespaces': 1, 'GET /version': 1, 'GET /api': 1, 'GET /apis': 1, 'get configmaps': 1, 'get leases': 1, 'list configmaps': 4, 'list namespaces': 1 });
  }, 120_000);

  it('sends the bare loop the same requests, which the server accepts', async () => {
    const [created] = await measured;
    const [{ ours, bare } = { ours: undefined, bare: undefined }] = created?.rounds ?? [];
    expect(ours?.exit).toBe(0);
    expect(Math.abs((bare?.sent ?? 0) - (ours?.sent ?? 0))).toBeLessThanOrEqual(5);
    // What names an earlier answer (a lease's version, a missing Namespace) is refused: a handful of ten thousand.
    expect(bare?.refused).toBeLessThanOrEqual(15);
  }, 120_000);
});
