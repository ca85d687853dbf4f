import { describe, expect, it } from '@jest/globals';
import { call } from '../fakes/client.ts';
import { adminToken } from '../fakes/kubernetes/index.ts';
import type { RequestRecord } from '../fakes/kubernetes/requests.ts';
import { type ClusterTest, clusterBundle, home, largeBundle, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import { type ProcessRun, type RunningProcess, startProcess } from '../fixtures/cluster-process.ts';
import { connectionTo } from '../fixtures/cluster-subject.ts';
import { readInventory } from '../targets/kubernetes/inventory/index.ts';
import { openApi } from '../targets/kubernetes/transport/index.ts';

const overview = 'bud-dashboard-overview';
const inventories = `/api/v1/namespaces/${home}/configmaps`;
const inventory = `${inventories}/bud-o11y-dev`;

function apply({ workspace }: ClusterTest, run: Partial<ProcessRun> = {}): RunningProcess {
  return startProcess({ workspace, line: 'apply -e dev --identities identities.json', ...run });
}

/** Ends a real apply with SIGKILL at a request, before or after its commit. */
async function killed(test: ClusterTest, match: (record: RequestRecord) => boolean, when: 'before' | 'after', run: Partial<ProcessRun> = {}): Promise<void> {
  const { child, ended } = apply(test, run);
  test.fake.faults.add({ match, fault: { do: 'call', when, afterwards: 'hang', call: async () => {
    child.kill('SIGKILL');
    await ended;
  } } });
  expect(await ended).toMatchObject({ exit: 'SIGKILL' });
  test.fake.faults.clear();
}

/** Names of the objects that the inventory lists. */
async function inventoried({ fake }: ClusterTest): Promise<readonly string[]> {
  const api = openApi({ connection: connectionTo({ url: fake.url, token: adminToken }) });
  try {
    return (await readInventory(api, { environment: 'dev', namespace: home }))?.entries.map(({ key }) => key.split('/').at(-1) ?? '') ?? [];
  } finally {
    await api.close();
  }
}

const holderOf = ({ fake }: ClusterTest): string => String((fake.read('Lease', 'bud-o11y-dev', home)?.['spec'] as Record<string, unknown> | undefined)?.['holderIdentity'] ?? '');

/** Until `count` writes were made since the log was cleared. */
async function written({ fake }: ClusterTest, count: number): Promise<void> {
  while (fake.requests.writes().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('an apply that is killed (kill -9)', () => {
  it('row 1: before its first write has changed nothing, and its lock frees itself after 60 s', async () => await onCluster(async (test) => {
    const { fake, run } = test;
    fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
    await killed(test, ({ method, path }) => method !== 'GET' && (path === inventory || path === inventories), 'before');
    expect(fake.requests.writes().map(({ name }) => name)).toEqual(['create leases']);
    expect(holderOf(test)).not.toBe('');
    const began = performance.now();
    expect(await run('apply')).toMatchObject({ exit: 0, err: expect.stringMatching(/took over the lock that run \S+ \(tester@/) });
    expect((performance.now() - began) * 50).toBeGreaterThan(60_000);
    expect(holderOf(test)).toBe('');
  }));

  it('row 3: between its inventory and its first write has listed what does not exist; what is no longer wanted of that is dropped, the rest made', async () => await onCluster(async (test) => {
    const { fake, run } = test;
    await killed(test, ({ method, name, dryRun }) => method === 'PATCH' && name !== 'patch namespaces' && !dryRun, 'before');
    expect(await inventoried(test)).toEqual(expect.arrayContaining([overview, 'bud-dashboard-errors', 'grafana']));
    expect(fake.read('ConfigMap', overview, home)).toBeUndefined();
    const fewer = { artifacts: clusterBundle().slice(1) };
    fake.requests.clear();
    expect(await run('apply', fewer)).toMatchObject({ exit: 0 });
    expect(fake.requests.all.filter(({ method, object }) => method === 'DELETE' && object === overview)).toEqual([]);
    expect(await inventoried(test)).not.toContain(overview);
    expect(fake.read('ConfigMap', 'bud-dashboard-errors', home)).toBeDefined();
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 0 });
  }));

  it('row 4: after a deletion, before that is in the inventory, has left an entry without object; the next apply takes it out', async () => await onCluster(async (test) => {
    const { fake, run } = test;
    await run('apply', { artifacts: largeBundle(1) });
    await killed(test, ({ method, object }) => method === 'DELETE' && object === 'bud-dashboard-d0', 'after');
    expect(fake.read('ConfigMap', 'bud-dashboard-d0', home)).toBeUndefined();
    expect(await inventoried(test)).toContain('bud-dashboard-d0');
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await inventoried(test)).not.toContain('bud-dashboard-d0');
    fake.requests.clear();
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(fake.requests.writes()).toEqual([]);
  }));
});

describe('a deletion', () => {
  it('row 4: of what is gone already has succeeded', async () => await onCluster(async (test) => {
    const { fake, run, server } = test;
    await run('apply');
    fake.faults.add({ match: ({ method, object }) => method === 'DELETE' && object === overview, fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => {
      fake.faults.clear();
      await call(server, 'DELETE', `/api/v1/namespaces/${home}/configmaps/${overview}`);
    } } });
    expect(await run('apply', { artifacts: clusterBundle().slice(1) })).toMatchObject({ exit: 0 });
    expect(await inventoried(test)).not.toContain(overview);
  }));
});

describe('an apply that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('row 5: by %s, ends what is under way, records it, gives the lock back and exits 4; the next one does the rest', async (signal) => await onCluster(async (test) => {
    const { fake, run } = test;
    await run('apply', { artifacts: largeBundle(300) });
    fake.requests.clear();
    const { child, ended } = apply(test, { revision: '2', dashboards: 300 });
    await written(test, 40);
    child.kill(signal);
    expect(await ended).toMatchObject({ exit: 4, err: expect.stringMatching(/stopping: \d+ changes left undone[^]*exit 4: /) });
    const done = fake.requests.writes().filter(({ name }) => name.startsWith('patch ')).length;
    expect(done).toBeLessThan(150);
    expect(holderOf(test)).toBe('');
    const next = { artifacts: largeBundle(300, '2'), drafts: releaseDrafts({ revision: '2' }) };
    // 300 dashboards, and six others that differ between the revisions: what was written is known to be the new one.
    expect((await run('status', next)).out).toContain(`${306 - done} to update, `);
    expect(await run('apply', next)).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode', next)).toMatchObject({ exit: 0 });
  }, { latencyMs: 20 }));
});

describe('two processes', () => {
  it('row 6: that apply at once: the second exits 3 and names the holder, and writes nothing', async () => await onCluster(async (test) => {
    const { fake, run } = test;
    await run('apply');
    fake.requests.clear();
    const second = new Promise<Awaited<RunningProcess['ended']>>((resolve) => {
      // The first cannot end before the second has.
      fake.faults.add({ match: ({ method, object, dryRun }) => method === 'PATCH' && object === overview && !dryRun, fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => {
        const { ended } = apply(test, { revision: '3', dashboards: 40 });
        await ended.then(resolve);
      } } });
    });
    const first = apply(test, { revision: '2', dashboards: 40 });
    await written(test, 1);
    const holder = holderOf(test).split(' ')[0] ?? '';
    expect(await second).toMatchObject({ exit: 3, err: expect.stringMatching(new RegExp(`error lockHeld[^]*another apply of dev is running: run ${holder} of tester@[^]*exit 3: `)) });
    expect(holderOf(test)).toContain(holder);
    expect(await first.ended).toMatchObject({ exit: 0 });
    const texts = [overview, ...Array.from({ length: 40 }, (_, index) => `bud-dashboard-d${index}`)].map((name) => JSON.stringify(fake.read('ConfigMap', name, home)?.['data']));
    expect(texts.filter((text) => !/ 2\\"/.test(text))).toEqual([]);
    expect(holderOf(test)).toBe('');
  }));

  it('row 8: of which one is frozen (SIGSTOP) for five minutes while the other takes over and applies: thawed, it writes nothing more', async () => await onCluster(async (test) => {
    const { fake, run } = test;
    await run('apply', { artifacts: largeBundle(300) });
    fake.requests.clear();
    const frozen = apply(test, { revision: '2', dashboards: 300 });
    await written(test, 40);
    frozen.child.kill('SIGSTOP');
    const began = performance.now();
    const winner = { artifacts: largeBundle(300, '3'), drafts: releaseDrafts({ revision: '3' }) };
    expect(await run('apply', winner)).toMatchObject({ exit: 0, err: expect.stringMatching(/took over the lock/) });
    await new Promise((resolve) => setTimeout(resolve, 300_000 / 50 - (performance.now() - began)));
    fake.requests.clear();
    frozen.child.kill('SIGCONT');
    expect(await frozen.ended).toMatchObject({ exit: 3, err: expect.stringMatching(/error lockLost[^]*could not be renewed for 45 seconds/) });
    expect(fake.requests.writes().map(({ name, object }) => `${name} ${object}`)).toEqual([]);
    expect(fake.requests.all.filter(({ path, method }) => path === inventory && method !== 'GET')).toEqual([]);
    fake.requests.clear();
    expect(await run('apply', winner)).toMatchObject({ exit: 0 });
    expect(fake.requests.writes()).toEqual([]);
  }, { latencyMs: 20 }));
});
