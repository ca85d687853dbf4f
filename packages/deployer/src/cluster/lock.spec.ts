import { describe, expect, it } from '@jest/globals';
import { call, patchTypes } from '../fakes/client.ts';
import { type ClusterTest, fastClock, home, largeBundle, onCluster } from '../fixtures/cluster.ts';
import type { Clock } from '../targets/kubernetes/transport/index.ts';

const lease = `/apis/coordination.k8s.io/v1/namespaces/${home}/leases/bud-o11y-dev`;
const inventory = `/api/v1/namespaces/${home}/configmaps/bud-o11y-dev`;
const holderOf = ({ fake }: ClusterTest): string => String((fake.read('Lease', 'bud-o11y-dev', home)?.['spec'] as Record<string, unknown> | undefined)?.['holderIdentity'] ?? '');

/** Has `act` done in the middle of an apply: the tenth dashboard or so is being written, by name. */
function inTheMiddle({ fake }: ClusterTest, act: () => void | Promise<void>): void {
  fake.faults.add({ match: (record) => record.method === 'PATCH' && record.object === 'bud-dashboard-d105', fault: { do: 'call', when: 'after', call: act, afterwards: 'continue' } });
}

/** What is left behind by a run that was killed. */
async function abandonLock({ server }: ClusterTest, renewTime: string): Promise<void> {
  await call(server, 'POST', lease.replace('/bud-o11y-dev', ''), { body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'bud-o11y-dev' }, spec: { holderIdentity: 'dead-1 somebody@gone', leaseDurationSeconds: 60, acquireTime: renewTime, renewTime, leaseTransitions: 0 } } });
}

describe('the lock of an environment', () => {
  it('row 6: of two applies at once the second exits 3 and names the holder; their writes are never mixed', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    await run('apply');
    const both = await Promise.all([run('apply', { artifacts: largeBundle(300, '2') }), run('apply', { artifacts: largeBundle(300, '3') })]);
    expect(both.map(({ exit }) => exit).sort()).toEqual([0, 3]);
    expect(both.find(({ exit }) => exit === 3)?.err).toMatch(/another apply of dev is running: run \S+ of tester@/);
    const winner = both[0]?.exit === 0 ? '2' : '3';
    expect(fake.read('ConfigMap', 'bud-dashboard-overview', home)?.['data']).toMatchObject({ 'overview.json': expect.stringContaining(`overview ${winner}`) });
    expect(holderOf(test)).toBe('');
  }, { latencyMs: 20 }), 20_000);

  it('row 7: when it is stolen in the middle nothing more is begun once that is seen, the inventory is left alone, exit 3', async () => await onCluster(async (test) => {
    const { run, fake, server } = test;
    await run('apply', { artifacts: largeBundle(500) });
    fake.requests.clear();
    inTheMiddle(test, async () => void (await call(server, 'PATCH', lease, { body: { spec: { holderIdentity: 'thief-1 thief@elsewhere' } }, contentType: patchTypes.merge })));
    expect(await run('apply', { artifacts: largeBundle(500, '2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/error lockLost[^]*held by run thief-1 of thief@elsewhere[^]*exit 3/) });
    const refused = fake.requests.all.findIndex(({ path, status }) => path === lease && status === 409);
    const seen = fake.requests.all.findIndex(({ path, method }, index) => index > refused && path === lease && method === 'GET');
    const after = fake.requests.all.slice(seen).filter(({ wrote }) => wrote);
    expect(seen).toBeGreaterThan(50);
    expect(after.length).toBeLessThanOrEqual(32);
    expect(fake.requests.writes().filter(({ path }) => path === inventory)).toHaveLength(1);
    expect(fake.requests.writes().length).toBeLessThan(490);
    expect(holderOf(test)).toBe('thief-1 thief@elsewhere');
  }, { latencyMs: 20, factor: 30 }), 30_000);

  it('row 8: a process that was frozen for five minutes writes nothing more when it goes on', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    await run('apply', { artifacts: largeBundle(200) });
    const usual = fastClock(50);
    let jump = 0;
    let frozenAt = 0;
    fake.requests.clear();
    inTheMiddle(test, () => {
      jump = 300_000;
      frozenAt = fake.requests.all.length;
    });
    expect(await run('apply', { artifacts: largeBundle(200, '2'), clock: { ...usual, now: () => usual.now() + jump } })).toMatchObject({ exit: 3, err: expect.stringMatching(/lockLost[^]*could not be renewed for 45 seconds/) });
    // What arrives now was on its way before; of 200 writes most are never sent.
    const after = fake.requests.all.slice(frozenAt).filter(({ wrote }) => wrote);
    expect(after.length).toBeLessThanOrEqual(32);
    expect(after.filter(({ path }) => path === inventory)).toEqual([]);
    expect(await run('apply', { artifacts: largeBundle(200, '2') })).toMatchObject({ exit: 0 });
  }, { latencyMs: 20 }));

  it.each([['hours ahead', '2031-01-01T00:00:00.000000Z'], ['hours behind', '2021-01-01T00:00:00.000000Z']])('row 9: a clock that is %s makes no difference: an abandoned lock is taken over after its own duration', async (_, renewTime) => await onCluster(async (test) => {
    const { run, fake } = test;
    fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
    await abandonLock(test, renewTime);
    const began = performance.now();
    const usual = fastClock(100);
    const clock: Clock = { ...usual, wall: () => Date.now() - 6 * 3600_000 };
    expect(await run('apply', { clock })).toMatchObject({ exit: 0, err: expect.stringMatching(/took over the lock that run dead-1 \(somebody@gone\)/) });
    expect((performance.now() - began) * 100).toBeGreaterThan(60_000);
    expect(holderOf(test)).toBe('');
  }));

  it('that somebody else has is said at once, with how long it takes to see whether they live', async () => await onCluster(async (test) => {
    const { run } = test;
    test.fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
    await abandonLock(test, '2026-01-01T00:00:00.000000Z');
    const { out, err } = await run('apply -o json');
    const events = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly event: string });
    expect(events[0]).toEqual({ event: 'lockAwaited', holder: { run: 'dead-1', at: 'somebody@gone', since: '2026-01-01T00:00:00.000000Z' }, waitMs: 60_000 });
    expect(events[1]).toMatchObject({ event: 'runStarted' });
    expect(err).toBe('');
    await call(test.server, 'DELETE', lease);
    await abandonLock(test, '2026-01-01T00:00:00.000000Z');
    expect((await run('apply', { artifacts: largeBundle(1) })).err).toMatch(/^notice run dead-1 \(somebody@gone\) has the lock: it takes up to 60 s to see whether it was killed\n/);
  }));

  it('is shown by status and unlock, which wants the run typed', async () => await onCluster(async (test) => {
    const { run } = test;
    await run('apply');
    await call(test.server, 'DELETE', lease);
    await abandonLock(test, '2026-01-01T00:00:00.000000Z');
    expect(await run('status')).toMatchObject({ exit: 0, out: expect.stringMatching(/lock: run dead-1, somebody@gone, since 2026-01-01[^,]*, last renewed 2026-01-01\S* by its own clock, free by itself 60 s after/) });
    expect(await run('unlock')).toMatchObject({ exit: 3, err: expect.stringMatching(/waiting up to 20 s[^]*no sign of life in 20 s[^]*`npx bud-o11y unlock -e dev --run dead-1 --identities identities\.json`/) });
    expect(await run('unlock --run other-1')).toMatchObject({ exit: 3 });
    expect(await run('unlock --run dead-1')).toMatchObject({ exit: 0 });
    expect(holderOf(test)).toBe('');
    expect(await run('unlock')).toMatchObject({ exit: 0, out: 'there is no lock\n' });
  }));

  it('of a run that renews it is never removed, whatever is typed', async () => await onCluster(async (test) => {
    const { run, server } = test;
    await run('apply');
    await call(server, 'DELETE', lease);
    await abandonLock(test, '2026-01-01T00:00:00.000000Z');
    const renewing = setInterval(() => void call(server, 'PATCH', lease, { body: { spec: { renewTime: new Date().toISOString().replace('Z', '000Z') } }, contentType: patchTypes.merge }), 50);
    try {
      for (const line of ['unlock', 'unlock --run dead-1']) expect(await run(line)).toMatchObject({ exit: 3, err: expect.stringMatching(/the lock is in use: run dead-1[^]*renewed the lock while it was watched/) });
      expect(holderOf(test)).toBe('dead-1 somebody@gone');
    } finally {
      clearInterval(renewing);
    }
  }));

  it('is watched until Ctrl-C: exit 5', async () => await onCluster(async (test) => {
    const { run } = test;
    await run('apply');
    await call(test.server, 'DELETE', lease);
    await abandonLock(test, '2026-01-01T00:00:00.000000Z');
    const stop = new AbortController();
    test.fake.faults.add({ match: 'get leases', skip: 1, fault: { do: 'call', when: 'before', call: () => stop.abort(), afterwards: 'continue' } });
    expect(await run('unlock', { signal: stop.signal })).toMatchObject({ exit: 5 });
  }));
});

describe('an apply that is asked to stop', () => {
  it('row 5: begins nothing more, ends what is under way, records it, gives the lock back, exits 4, and is resumed by the next', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    const stop = new AbortController();
    inTheMiddle(test, () => stop.abort());
    const said = await run('apply', { artifacts: largeBundle(200), signal: stop.signal });
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/stopping: \d+ changes left undone[^]*exit 4/) });
    expect(holderOf(test)).toBe('');
    const there = fake.requests.writes().filter(({ name }) => name === 'patch configmaps').length;
    expect(there).toBeLessThan(150);
    const status = JSON.parse((await run('status -o json', { artifacts: largeBundle(200) })).out) as { inventory: string; changes: readonly { action: string; address: string }[] };
    expect(new Set(status.changes.map(({ action }) => action))).toEqual(new Set(['create']));
    expect(await run('apply', { artifacts: largeBundle(200) })).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode', { artifacts: largeBundle(200) })).toMatchObject({ exit: 0 });
  }, { latencyMs: 10 }));

  it('row 5: while it waits for something to become ready exits 4 at once, and the next apply goes on waiting', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    const stop = new AbortController();
    fake.faults.add({ match: 'watch deployments', fault: { do: 'call', when: 'after', call: () => stop.abort(), afterwards: 'continue' } });
    expect(await run('apply', { signal: stop.signal, artifacts: [] })).toMatchObject({ exit: 4 });
    expect(await run('status', { artifacts: [] })).toMatchObject({ out: expect.stringMatching(/inventory: unfinished[^]*not ready/) });
    setTimeout(() => fake.controllers.settle(), 100);
    expect(await run('apply', { artifacts: [] })).toMatchObject({ exit: 0 });
    expect(await run('status', { artifacts: [] })).toMatchObject({ out: expect.stringMatching(/inventory: complete[^]*in sync/) });
  }, { controllers: { workloads: 'manual' } }));

  it('row 5: before the first write exits 5 and writes nothing', async () => await onCluster(async ({ run, fake }) => {
    const stop = new AbortController();
    fake.faults.add({ match: 'list deployments', fault: { do: 'call', when: 'before', call: () => stop.abort(), afterwards: 'continue' } });
    expect(await run('apply', { signal: stop.signal })).toMatchObject({ exit: 5 });
    expect(fake.requests.writes()).toEqual([]);
  }));
});
