import { describe, expect, it } from '@jest/globals';
import type { EnvironmentInput, ObjectRule } from '@bud-o11y/model';
import { applyAs, call, patchTypes } from '../fakes/client.ts';
import { clusterBundle, clusterEnvironment, home, onCluster, releaseDrafts, type RunOptions } from '../fixtures/cluster.ts';
import type { Draft } from '../objects/draft.ts';

const overview = 'bud-dashboard-overview';
const dashboardPath = `/api/v1/namespaces/${home}/configmaps/${overview}`;
const deployment = `/apis/apps/v1/namespaces/${home}/deployments/grafana`;

function by(...objectRules: readonly ObjectRule[]): Pick<RunOptions, 'environments'> {
  return { environments: [{ ...clusterEnvironment, target: { ...clusterEnvironment.target, objectRules } } as EnvironmentInput] };
}

/** The release with so many replicas of its Deployment. */
function scaled(replicas: number, revision = '1'): Pick<RunOptions, 'drafts'> {
  return { drafts: releaseDrafts({ revision }).map((draft) => (draft.object.kind === 'Deployment' ? { ...draft, object: { ...draft.object, spec: { ...(draft.object['spec'] as object), replicas } } } : draft)) };
}

describe('a field that is left to others', () => {
  const rules = by({ rule: 'ignore', object: `apps/Deployment/${home}/grafana`, field: 'spec.replicas', why: 'its autoscaler sets them' });
  const scale = (to: number) => ({ body: { spec: { replicas: to } }, contentType: patchTypes.merge });

  it('is never sent, and what an autoscaler does to it is neither drift nor in the way', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply', rules);
    await call(server, 'PATCH', `${deployment}/scale?fieldManager=kube-controller-manager`, scale(4));
    expect(await run('drift', rules)).toMatchObject({ exit: 0 });
    fake.requests.clear();
    expect(await run('apply', rules)).toMatchObject({ exit: 0, out: expect.stringMatching(/no change\n$/) });
    expect(fake.requests.writes()).toEqual([]);
    expect(await run('apply', { ...rules, ...scaled(1, '2') })).toMatchObject({ exit: 0 });
    expect(fake.read('Deployment', 'grafana', home)?.['spec']).toMatchObject({ replicas: 4, template: { spec: { containers: [{ image: 'grafana/grafana:2' }] } } });
  }));

  it('keeps its value when it has been ours until now: the plan says so, and the next one is empty', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', scaled(5));
    expect(await run('plan', { ...rules, ...scaled(5) })).toMatchObject({ exit: 0, out: expect.stringMatching(/~ update apps\/Deployment[^\n]*grafana[^\n]*\n +spec\.replicas is left to others\n(?! +spec)/) });
    expect(await run('apply', { ...rules, ...scaled(5) })).toMatchObject({ exit: 0 });
    expect(fake.read('Deployment', 'grafana', home)?.['spec']).toMatchObject({ replicas: 5 });
    expect(await run('plan --detailed-exitcode --deep', { ...rules, ...scaled(5) })).toMatchObject({ exit: 0 });
  }));
});

describe('a field that is ours by a rule', () => {
  const take = (change: object = {}): ObjectRule => ({ rule: 'take', object: `core/ConfigMap/${home}/bud-dashboard-*`, field: 'data["overview.json"]', from: 'argocd', why: 'it moved to us', ...change }) as ObjectRule;
  const declaredByOther = async (server: Parameters<typeof applyAs>[0], data: object): Promise<unknown> => await applyAs(server, 'argocd', dashboardPath, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview }, data }, '&force=true');

  it('is taken from the manager that the rule names: the plan says so, and the next one is empty', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    const before = fake.read('ConfigMap', overview, home)?.['data'];
    await declaredByOther(server, { 'overview.json': 'theirs' });
    expect(await run('plan', by(take()))).toMatchObject({ exit: 0, out: expect.stringMatching(/< take back core\/ConfigMap[^]*data\["overview\.json"\] is taken from "argocd", as a rule says/) });
    expect(await run('apply', by(take()))).toMatchObject({ exit: 0 });
    expect(fake.read('ConfigMap', overview, home)?.['data']).toEqual(before);
    expect(await run('plan --detailed-exitcode', by(take()))).toMatchObject({ exit: 0 });
  }));

  it.each<readonly [string, object]>([
    ['another manager', { from: 'flux' }],
    ['another field', { field: 'data["errors.json"]' }],
    ['another object', { object: `core/ConfigMap/${home}/bud-dashboard-errors` }],
  ])('is not taken by a rule for %s', async (_, change) => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await declaredByOther(server, { 'overview.json': 'theirs' });
    expect(await run('apply', by(take(change)))).toMatchObject({ exit: 3, err: expect.stringMatching(/dispute core\/ConfigMap/) });
    expect(fake.read('ConfigMap', overview, home)?.['data']).toEqual({ 'overview.json': 'theirs' });
  }));
});

describe('row 22: an object that may be made anew', () => {
  function store(size: string, labels = { app: 'store' }): Draft {
    const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } } };
    return {
      object: { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'store', namespace: home }, spec: { replicas: 1, serviceName: 'store', selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'store', image: 'store:1' }] } }, volumeClaimTemplates: [claim] } },
      source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana',
    };
  }
  const withStore = (...given: Parameters<typeof store>): Pick<RunOptions, 'drafts'> => ({ drafts: [...releaseDrafts(), store(...given)] });
  const rules = by({ rule: 'replaceOrphan', object: `apps/StatefulSet/${home}/store`, why: 'larger volumes' });

  it('is refused without a rule, and the message says which rule it takes', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', withStore('1Gi'));
    const uid = fake.read('StatefulSet', 'store', home)?.metadata.uid;
    expect(await run('plan', withStore('2Gi'))).toMatchObject({ exit: 3 });
    expect(await run('plan -o json', withStore('2Gi'))).toMatchObject({ out: expect.stringMatching(new RegExp(`target-immutable-field[^]*rule: 'replaceOrphan', object: 'apps/StatefulSet/${home}/store'`)) });
    expect(fake.read('StatefulSet', 'store', home)?.metadata.uid).toBe(uid);
  }));

  it('is shown as such, deleted without its pods, and made again; then there is nothing to do', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { ...withStore('1Gi'), ...rules });
    const uid = fake.read('StatefulSet', 'store', home)?.metadata.uid ?? '';
    fake.seed({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'store-0', namespace: home, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'store', uid, controller: true }] }, spec: { containers: [{ name: 'store', image: 'store:1' }] } });
    expect(await run('plan --out plan.json', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 0, out: expect.stringMatching(/\* replace apps\/StatefulSet[^\n]*\n +spec\.volumeClaimTemplates cannot change: it is deleted and made anew, its pods go on running[^]*1 to replace/) });
    expect(await run('apply --plan plan.json', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +1 /) });
    const made = fake.read('StatefulSet', 'store', home);
    expect(made?.metadata.uid).not.toBe(uid);
    expect(made?.['spec']).toMatchObject({ volumeClaimTemplates: [{ spec: { resources: { requests: { storage: '2Gi' } } } }] });
    expect(fake.read('Pod', 'store-0', home)?.metadata).toMatchObject({ ownerReferences: [] });
    expect(await run('plan --detailed-exitcode', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 0 });
  }));

  it('stays when its pods would be left behind, and the others go on', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { ...withStore('1Gi'), ...rules });
    const uid = fake.read('StatefulSet', 'store', home)?.metadata.uid;
    expect(await run('apply', { artifacts: clusterBundle('2'), ...withStore('1Gi', { app: 'other' }), ...rules })).toMatchObject({ exit: 3, err: expect.stringMatching(/failed immutable {2}apps\/StatefulSet[^]*would not take over the pods/) });
    expect(fake.read('StatefulSet', 'store', home)?.metadata.uid).toBe(uid);
    expect(JSON.stringify(fake.read('ConfigMap', overview, home)?.['data'])).toContain('overview 2');
  }));

  it('that could be deleted and not be made is made by the next apply', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { ...withStore('1Gi'), ...rules });
    const refusal = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, reason: 'Forbidden', message: 'quota' };
    fake.faults.add({ match: ({ name }) => name === 'patch statefulsets' && fake.read('StatefulSet', 'store', home) === undefined, times: 1, fault: { do: 'answer', code: 403, body: refusal } });
    expect(await run('apply', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 4, err: expect.stringMatching(/failed forbidden {2}apps\/StatefulSet/) });
    expect(fake.read('StatefulSet', 'store', home)).toBeUndefined();
    expect(await run('apply', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 0 });
    expect(fake.read('StatefulSet', 'store', home)?.['spec']).toMatchObject({ volumeClaimTemplates: [{ spec: { resources: { requests: { storage: '2Gi' } } } }] });
  }));

  it('stays when it is another one by then', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply', { ...withStore('1Gi'), ...rules });
    const path = `/apis/apps/v1/namespaces/${home}/statefulsets/store`;
    let theirs: string | undefined;
    fake.faults.add({ match: 'delete statefulsets', fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => {
      fake.faults.clear();
      await call(server, 'DELETE', path);
      await call(server, 'POST', path.replace('/store', ''), { body: store('3Gi').object });
      theirs = fake.read('StatefulSet', 'store', home)?.metadata.uid;
    } } });
    expect(await run('apply', { ...withStore('2Gi'), ...rules })).toMatchObject({ exit: 3, err: expect.stringMatching(/failed stalePlan {2}apps\/StatefulSet[^]*another object has its name now/) });
    expect(fake.read('StatefulSet', 'store', home)?.metadata.uid).toBe(theirs);
  }));
});

describe('a rule that is about nothing', () => {
  const rules = by({ rule: 'replace', object: `apps/Deployment/${home}/grafanna`, why: 'x' });

  it('is told, with its place, and nothing is planned', async () => await onCluster(async ({ run }) => {
    expect(await run('plan', rules)).toMatchObject({ exit: 1, err: expect.stringMatching(/object-rule-unused {2}dev has no object apps\/Deployment\/[^\n]*grafanna[^\n]*\n +at: +packages\/model\/src\/environments\/dev\.ts +target\.objectRules\.0\n/) });
  }));

  it('is not judged while a release could not be rendered: it may be for that', async () => await onCluster(async ({ run }) => {
    expect(await run('plan', { ...rules, drafts: [], missing: [{ release: 'grafana', why: 'the chart was not pulled' }] })).toMatchObject({ err: expect.not.stringMatching(/object-rule-unused/) });
  }));
});
