import { describe, expect, it } from '@jest/globals';
import { call } from '../fakes/client.ts';
import { clusterBundle, home, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import type { Draft } from '../objects/draft.ts';

const labels = { app: 'grafana' };
const after: Draft = {
  object: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'after', namespace: home }, spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } } } },
  source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana', hook: { when: 'after', weight: 0 },
};

describe('waiting until something works', () => {
  it('row 25: nothing of a kind is sent before its definition is established', async () => await onCluster(async ({ run, fake }) => {
    const applying = run('apply');
    await until(() => fake.requests.counts()['watch customresourcedefinitions'] === 1);
    expect(fake.requests.all.filter(({ path }) => path.includes('prometheusrules/'))).toEqual([]);
    fake.controllers.settle();
    expect(await applying).toMatchObject({ exit: 0 });
    expect(fake.requests.all.filter(({ path, status }) => path.includes('monitoring.coreos.com') && status !== 200 && status !== 201)).toEqual([]);
  }, { controllers: { definitions: 'manual' } }));

  it('row 26: a Deployment that never works is failed with the reason of its newest pod; what needs it is skipped, nothing is pruned', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { drafts: [] , artifacts: clusterBundle().filter(({ kind }) => kind === 'dashboard') });
    fake.seed({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'grafana-1', namespace: home, labels }, spec: { containers: [{ name: 'grafana', image: 'x' }] } });
    fake.controllers.setStatus('Pod', 'grafana-1', home, { phase: 'Pending', containerStatuses: [{ name: 'grafana', image: 'x', imageID: '', ready: false, restartCount: 5, state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off restarting' } } }] });
    const said = await run('apply', { drafts: [...releaseDrafts(), after], artifacts: clusterBundle().filter(({ name }) => name !== 'overview') });
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/failed unready {2}apps\/Deployment[^\n]*pod grafana-1: [^\n]*CrashLoopBackOff/) });
    expect(said.err).toMatch(/skipped batch\/Job\/[^\n]*after: apps\/Deployment/);
    expect(said.err).toMatch(/1 that are no longer wanted are left/);
    expect(fake.read('ConfigMap', 'bud-dashboard-overview', home)).toBeDefined();
    expect(fake.read('Job', 'after', home)).toBeUndefined();
  }, { controllers: { workloads: 'manual' } }));

  it('row 26: one that says nothing at all is timed out', async () => await onCluster(async ({ run }) => {
    expect(await run('apply --timeout 30s', { artifacts: [] })).toMatchObject({ exit: 4, err: expect.stringMatching(/did not come to work in time/) });
  }, { controllers: { workloads: 'manual' } }));

  it('a network that goes away while it waits ends the run: the lock cannot be renewed', async () => await onCluster(async ({ run, fake }) => {
    let isGone = false;
    fake.faults.add({ match: ({ name, dryRun }) => name === 'patch deployments' && !dryRun, fault: { do: 'call', when: 'after', call: () => void (isGone = true), afterwards: 'continue' } });
    fake.faults.add({ match: () => isGone, times: 1_000_000, fault: { do: 'reset', when: 'before' } });
    expect(await run('apply', { artifacts: [] })).toMatchObject({ exit: 3, err: expect.stringMatching(/lockLost[^]*could not be renewed/) });
  }, { controllers: { workloads: 'manual' }, retryFactor: 400 }));

  it('row 27: a namespace that is being deleted stops the plan at once, with a clear text', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'DELETE', `/api/v1/namespaces/${home}`);
    fake.requests.clear();
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/target-terminating[^]*core\/Namespace\/_\/observability-dev is being deleted[^]*fix: wait until it is gone/) });
    expect(fake.requests.writes()).toEqual([]);
  }, { controllers: { deletions: 'manual' } }));

  it('row 27: one that begins to be deleted in the middle fails its objects at once', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    fake.faults.add({ match: (record) => record.method === 'PATCH' && !record.dryRun, fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => void (await call(server, 'DELETE', `/api/v1/namespaces/${home}`)) } });
    expect(await run('apply', { artifacts: [...clusterBundle(), { ...clusterBundle()[0], name: 'new', path: 'dashboards/dev/new.json', data: { uid: 'new' } } as never] })).toMatchObject({ exit: 1, err: expect.stringMatching(/failed notFound[^\n]*because it is being terminated[^]*fix: wait until the namespace is gone/) });
  }, { controllers: { deletions: 'manual' } }));

  it.each<[string, 'reset' | 'gone' | 'truncate']>([['breaks', 'reset'], ['is too old (410)', 'gone'], ['is cut in the middle of an event', 'truncate']])('row 31: a watch that %s is taken up again, and nothing is missed', async (_, how) => await onCluster(async ({ run, fake }) => {
    const gone = { type: 'ERROR', object: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 410, reason: 'Expired', message: 'too old resource version' } };
    fake.faults.add({ match: 'watch deployments', times: 2, fault: how === 'reset' ? { do: 'reset', when: 'before' } : { do: 'answer', code: 200, body: how === 'gone' ? `${JSON.stringify(gone)}\n` : '{"type":"MODIFIED","obj' } });
    const applying = run('apply', { artifacts: [] });
    await until(() => (fake.requests.counts()['watch deployments'] ?? 0) >= 3);
    fake.controllers.settle();
    expect(await applying).toMatchObject({ exit: 0 });
  }, { controllers: { workloads: 'manual' } }));

  it('row 31: events that come twice, late, or out of order take nothing back', async () => await onCluster(async ({ run, fake }) => {
    const applying = run('apply', { artifacts: [] });
    await until(() => (fake.requests.counts()['watch deployments'] ?? 0) >= 1);
    const old = fake.read('Deployment', 'grafana', home);
    const stale = `${JSON.stringify({ type: 'MODIFIED', object: old })}\n`;
    fake.faults.add({ match: 'watch deployments', fault: { do: 'answer', code: 200, body: stale + stale } });
    fake.watches.endAll();
    await until(() => (fake.requests.counts()['watch deployments'] ?? 0) >= 2);
    fake.controllers.settle();
    expect(await applying).toMatchObject({ exit: 0 });
  }, { controllers: { workloads: 'manual' } }));
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
