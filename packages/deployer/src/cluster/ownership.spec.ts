import { describe, expect, it } from '@jest/globals';
import { applyAs, call, patchTypes } from '../fakes/client.ts';
import { clusterBundle, home, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import type { Draft } from '../objects/draft.ts';

const overview = 'bud-dashboard-overview';
const configMap = (name: string): string => `/api/v1/namespaces/${home}/configmaps/${name}`;
const deployment = `/apis/apps/v1/namespaces/${home}/deployments/grafana`;

function job(image: string, hook = true): Draft {
  return {
    object: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migrate', namespace: home }, spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'migrate', image }] } } } },
    source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana',
    ...(hook ? { hook: { when: 'before', weight: 0 } } : {}),
  };
}

describe('what others do to our objects', () => {
  it('row 18: a field that somebody else declares is not overwritten; manager, path and both values are told, the others go on, exit 3', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await applyAs(server, 'argocd', configMap(overview), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview }, data: { 'overview.json': 'theirs' } }, '&force=true');
    expect(await run('plan', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3, out: expect.stringMatching(/"argocd"[^]*data\["overview\.json"\]\s+\(argocd[^]*- theirs\n[^]*\+ .*overview 2/) });
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3 });
    expect(fake.read('ConfigMap', overview, home)?.['data']).toEqual({ 'overview.json': 'theirs' });
    expect(fake.read('PrometheusRule', 'bud-alerts-mimir-alerts', home)?.['spec']).toMatchObject({ groups: [{ rules: [{ expr: 'up == 2' }] }] });
  }));

  it.each([
    ['an autoscaler that writes through the scale subresource', 'kube-controller-manager', '/scale'],
    ['a protected manager', 'cainjector', ''],
  ])('row 18: %s is not taken from', async (_, manager, subresource) => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'PATCH', `${deployment}${subresource}?fieldManager=${manager}`, { body: { spec: { replicas: 4 } }, contentType: patchTypes.merge });
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/dispute apps\/Deployment[^]*\.spec\.replicas belongs to/) });
    expect(fake.read('Deployment', 'grafana', home)?.['spec']).toMatchObject({ replicas: 4 });
  }));

  it('row 18: what a person scaled is ours again once it is scaled back, and the plan says so', async () => await onCluster(async ({ run, server }) => {
    await run('apply');
    const scale = async (replicas: number) => await call(server, 'PATCH', `${deployment}/scale?fieldManager=kubectl`, { body: { spec: { replicas } }, contentType: patchTypes.merge });
    await scale(4);
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/target-field-dispute[^]*fix: when a person scaled it, scale it back with `kubectl scale`[^\n]*when an autoscaler did, leave it to the other one with an `ignore` rule/) });
    await scale(1);
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));

  it('row 19: an inventory that another run has written since stops the apply', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    fake.faults.add({ match: (record) => record.name === 'update configmaps' && record.object === 'bud-o11y-dev', fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => void (await call(server, 'PATCH', configMap('bud-o11y-dev'), { body: { metadata: { annotations: { other: 'run' } } }, contentType: patchTypes.merge })) } });
    const before = fake.read('ConfigMap', overview, home);
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/stalePlan[^]*inventory[^]*written by another run/) });
    expect(fake.read('ConfigMap', overview, home)).toEqual(before);
  }));

  it('row 20: an object that somebody made anew is not pruned, and no longer ours', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    const fewer = { artifacts: clusterBundle().slice(1) };
    fake.faults.add({ match: (record) => record.method === 'DELETE' && record.object === overview, fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => {
      fake.faults.clear();
      await call(server, 'DELETE', configMap(overview));
      await call(server, 'POST', configMap('').slice(0, -1), { body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview }, data: { theirs: 'new' } } });
    } } });
    expect(await run('apply', fewer)).toMatchObject({ exit: 0, err: expect.stringMatching(/skipped core\/ConfigMap[^]*another object has its name now/) });
    expect(fake.read('ConfigMap', overview, home)?.['data']).toEqual({ theirs: 'new' });
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 0 });
  }));

  it('row 21: what changed between plan and apply is carried out while the difference is the approved one, and refused when it is not', async () => await onCluster(async ({ run, server }) => {
    await run('apply');
    await run('plan --out plan.json', { artifacts: clusterBundle('2') });
    await call(server, 'PATCH', `${configMap(overview)}?fieldManager=other`, { body: { metadata: { labels: { theirs: 'x' } } }, contentType: patchTypes.merge });
    expect(await run('apply --plan plan.json', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 0 });
    await run('plan --out plan.json', { artifacts: clusterBundle('3') });
    await call(server, 'PATCH', `${configMap(overview)}?fieldManager=kubectl-edit`, { body: { data: { 'overview.json': 'edited' } }, contentType: patchTypes.merge });
    expect(await run('apply --plan plan.json', { artifacts: clusterBundle('3') })).toMatchObject({ exit: 3, err: expect.stringMatching(/stalePlan[^]*overview: planned update[^\n]*, now takeBack/) });
  }));

  it('an object whose label was taken off is labelled again while it is wanted, and left alone when it is not', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    for (const name of [overview, 'bud-dashboard-errors']) await call(server, 'PATCH', `${configMap(name)}?fieldManager=kubectl-label`, { body: { metadata: { labels: { 'applyset.k8s.io/part-of': null } } }, contentType: patchTypes.merge });
    const [first, , ...rest] = clusterBundle();
    const fewer = { artifacts: [first, ...rest] as ReturnType<typeof clusterBundle> };
    expect(await run('apply', fewer)).toMatchObject({ exit: 0 });
    expect(fake.read('ConfigMap', overview, home)?.metadata.labels).toHaveProperty(['applyset.k8s.io/part-of']);
    expect(fake.read('ConfigMap', 'bud-dashboard-errors', home)).toBeDefined();
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 0 });
  }));

  it('row 22: a field that cannot change is told with its path, and the object left alone: exit 3', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { drafts: [...releaseDrafts(), job('a', false)] });
    const uid = fake.read('Job', 'migrate', home)?.metadata.uid;
    expect(await run('plan', { drafts: [...releaseDrafts(), job('b', false)] })).toMatchObject({ exit: 3, out: expect.stringMatching(/! refused batch\/Job[^]*spec\.template/) });
    expect(await run('apply', { drafts: [...releaseDrafts(), job('b', false)] })).toMatchObject({ exit: 3, err: expect.stringMatching(/immutable[^]*spec\.template/) });
    expect(fake.read('Job', 'migrate', home)?.metadata.uid).toBe(uid);
  }));

  it('row 22: the Job of a hook, which has done its work, is made anew', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { drafts: [...releaseDrafts(), job('a')] });
    const uid = fake.read('Job', 'migrate', home)?.metadata.uid;
    expect(await run('apply', { drafts: [...releaseDrafts(), job('b')] })).toMatchObject({ exit: 0 });
    expect(fake.read('Job', 'migrate', home)?.metadata.uid).not.toBe(uid);
    expect(await run('plan --detailed-exitcode', { drafts: [...releaseDrafts(), job('b')] })).toMatchObject({ exit: 0 });
  }));

  it('row 23: a finalizer that never ends fails that object in time; the others go on, it stays in the inventory, exit 4', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'PATCH', configMap(overview), { body: { metadata: { finalizers: ['corp.test/wait'] } }, contentType: patchTypes.merge });
    const fewer = { artifacts: clusterBundle().slice(2) };
    expect(await run('apply --timeout 20s', fewer)).toMatchObject({ exit: 4, err: expect.stringMatching(/failed unready {2}core\/ConfigMap\/[^\n]*overview[^\n]*is being deleted/) });
    expect(fake.read('ConfigMap', 'bud-dashboard-errors', home)).toBeUndefined();
    expect(await run('status', fewer)).toMatchObject({ out: expect.stringMatching(/inventory: complete, 11 objects/) });
    await call(server, 'PATCH', configMap(overview), { body: { metadata: { finalizers: null } }, contentType: patchTypes.merge });
    expect(await run('apply', fewer)).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 0 });
  }));
});
