import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentInputs } from '@bud-o11y/model';
import type { ApplyEvent } from '../apply/events.ts';
import { applyAs, call, patchTypes } from '../fakes/client.ts';
import { clusterBundle, clusterUid, home, onCluster, releaseDrafts } from '../fixtures/cluster.ts';

const configMap = (name: string): string => `/api/v1/namespaces/${home}/configmaps/${name}`;
const overview = 'bud-dashboard-overview';
const deployment = `/apis/apps/v1/namespaces/${home}/deployments/grafana`;
/** Without the chart that brings the definition of the rules. */
const withoutCharts = { drafts: [], missing: [{ release: 'prometheus', why: 'the chart was not pulled' }] };

describe('apply to a cluster', () => {
  it('makes everything, waits until it is ready, and then makes no write at all', async () => await onCluster(async ({ run, fake }) => {
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/total +11 +0 +1 +0 +0\napplied\n$/) });
    expect(fake.read('Deployment', 'grafana', home)?.['status']).toMatchObject({ availableReplicas: 1 });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0, out: expect.stringMatching(/no changes, 12 unchanged/) });
    fake.requests.clear();
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/no change\n$/) });
    expect(fake.requests.writes()).toEqual([]);
    expect(fake.requests.all.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await run('status')).toMatchObject({ exit: 0, out: expect.stringMatching(/inventory: complete, 12 objects\n[^]*in sync/) });
  }));

  it('follows edges: nothing is sent before what it needs is ready', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    const sent = fake.requests.writes().filter(({ name }) => name.startsWith('patch ')).map(({ name, object }) => `${name.slice(6)} ${object}`);
    const before = (first: string, second: string) => expect({ first, second, order: sent.indexOf(first) < sent.indexOf(second) && sent.includes(first) }).toEqual({ first, second, order: true });
    before(`namespaces ${home}`, `configmaps ${overview}`);
    before('customresourcedefinitions prometheusrules.monitoring.coreos.com', 'prometheusrules bud-rules-mimir-records');
    before('prometheusrules bud-rules-mimir-records', 'prometheusrules bud-alerts-mimir-alerts');
    before('configmaps grafana', 'deployments grafana');
  }));

  it('prunes a removed dashboard, and keeps what is not in the inventory', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'of-others', namespace: home }, data: { a: 'b' } });
    const fewer = { artifacts: clusterBundle().slice(1) };
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 2, out: expect.stringMatching(new RegExp(`- delete core/ConfigMap/${home}/${overview}`)) });
    expect(await run('apply', fewer)).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +0 +0 +11 +1\napplied/) });
    expect(fake.read('ConfigMap', overview, home)).toBeUndefined();
    expect(fake.read('ConfigMap', 'of-others', home)).toBeDefined();
    expect(await run('plan --detailed-exitcode', fewer)).toMatchObject({ exit: 0 });
  }));

  it('never deletes definitions and Namespaces, and says so', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    const fewer = { drafts: releaseDrafts({ definition: false }) };
    expect(await run('plan', fewer)).toMatchObject({ exit: 0, out: expect.stringMatching(/kept apiextensions\.k8s\.io\/CustomResourceDefinition\/_\/prometheusrules/) });
    await run('apply', fewer);
    expect(fake.read('CustomResourceDefinition', 'prometheusrules.monitoring.coreos.com')).toBeDefined();
  }));

  it('refuses a mass delete without a reviewed plan, and does it with one', async () => await onCluster(async ({ run, fake }) => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...clusterBundle()[0], name: `d${index}`, data: { uid: `d${index}` }, path: `dashboards/dev/d${index}.json` }) as never);
    await run('apply', { artifacts: [...clusterBundle(), ...many] });
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/plan-prune-budget|prune/) });
    expect(fake.read('ConfigMap', 'bud-dashboard-d3', home)).toBeDefined();
    expect(await run('plan --out plan.json')).toMatchObject({ exit: 0 });
    expect(await run('apply --plan plan.json')).toMatchObject({ exit: 0 });
    expect(fake.read('ConfigMap', 'bud-dashboard-d3', home)).toBeUndefined();
  }));
});

describe('a field that was edited by hand', () => {
  it('is shown by drift with manager and both values, and taken back by apply', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    expect(await run('drift')).toMatchObject({ exit: 0, out: 'dev: no drift\n' });
    await call(server, 'PATCH', `${deployment}?fieldManager=kubectl-edit`, { body: { spec: { replicas: 3 } }, contentType: patchTypes.merge });
    const said = await run('drift');
    expect(said).toMatchObject({ exit: 2, out: expect.stringMatching(/take back apps\/Deployment\/[^]*spec\.replicas {2}\(kubectl-edit, 20\d\d-[^)]*\)\n +- 3\n +\+ 1\n/) });
    const json = JSON.parse((await run('drift -o json')).out) as { drift: readonly { fields: readonly object[] }[] };
    expect(json.drift[0]?.fields).toEqual([{ path: 'spec.replicas', change: 'changed', before: 3, after: 1, hidden: false, manager: 'kubectl-edit', when: expect.any(String) }]);
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +1 +0 +11 +0/) });
    expect(fake.read('Deployment', 'grafana', home)?.['spec']).toMatchObject({ replicas: 1 });
    expect(await run('drift')).toMatchObject({ exit: 0 });
  }));

  it('is not overwritten by a plan, however it is asked for', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'PATCH', `${deployment}?fieldManager=kubectl-edit`, { body: { spec: { replicas: 3 } }, contentType: patchTypes.merge });
    fake.requests.clear();
    for (const line of ['plan', 'plan --deep', 'plan --out plan.json', 'drift', 'status']) await run(line);
    expect(fake.requests.writes()).toEqual([]);
    expect(fake.requests.all.filter(({ method, dryRun }) => method !== 'GET' && !dryRun)).toEqual([]);
  }));

  it('whose owner goes on to write is taken back as often as it is applied, by one forced request each', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'PATCH', `${configMap('grafana')}?fieldManager=kubectl-edit`, { body: { data: { 'grafana.ini': 'theirs' } }, contentType: patchTypes.merge });
    fake.requests.clear();
    await run('apply');
    expect(fake.requests.writes().filter(({ query }) => query.get('force') === 'true').map(({ object }) => object)).toEqual(['grafana']);
  }));
});

describe('a field that another applier declares', () => {
  it('stops with exit 3; nothing else of that object is touched, and the others go on', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await applyAs(server, 'argocd', deployment, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'grafana' }, spec: { replicas: 5 } }, '&force=true');
    fake.controllers.settle();
    const before = fake.read('Deployment', 'grafana', home);
    const next = { artifacts: clusterBundle('2'), drafts: releaseDrafts({ revision: '2' }) };
    expect(await run('plan', next)).toMatchObject({ exit: 3, out: expect.stringMatching(/! dispute apps\/Deployment\/[^\n]*"argocd" \(another tool declares it too\)\n[^]*spec\.replicas[^]*- 5\n +\+ 1\n/) });
    expect(await run('apply', next)).toMatchObject({ exit: 3, err: expect.stringMatching(/dispute apps\/Deployment[^]*target-field-dispute[^]*fix: let one of the two/) });
    expect(fake.read('Deployment', 'grafana', home)).toEqual(before);
    expect(fake.read('ConfigMap', overview, home)?.['data']).toMatchObject({ 'overview.json': expect.stringContaining('overview 2') });
    expect(await run('drift', next)).toMatchObject({ exit: 2, out: expect.stringMatching(/1 object is in dispute/) });
  }));

  it('that comes between plan and write is found by the write: exit 3', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    const steal = async () => void (await applyAs(server, 'argocd', configMap(overview), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview }, data: { 'overview.json': 'theirs' } }, '&force=true'));
    fake.faults.add({ match: ({ name, object }) => name === 'patch configmaps' && object === overview, fault: { do: 'call', when: 'before', call: async () => { fake.faults.clear(); await steal(); }, afterwards: 'continue' } });
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/dispute core\/ConfigMap[^]*"argocd"/) });
    expect(fake.read('ConfigMap', overview, home)?.['data']).toEqual({ 'overview.json': 'theirs' });
  }));
});

describe('a release that could not be rendered', () => {
  it('stops an apply with the list, unless --without-charts; then the chart-free part is applied and the blocked list printed', async () => await onCluster(async ({ run, fake }) => {
    expect(await run('apply', withoutCharts)).toMatchObject({ exit: 3, err: expect.stringMatching(/plan-missing-source[^]*release:prometheus could not be rendered[^]*--without-charts/) });
    expect(fake.requests.writes()).toEqual([]);
    const said = await run('apply --without-charts', withoutCharts);
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/blocked monitoring\.coreos\.com\/PrometheusRule\/[^]*target-kind-not-served[^]*kind not served \(comes with release prometheus\)/) });
    expect(fake.read('ConfigMap', overview, home)).toBeDefined();
    fake.requests.clear();
    expect(await run('apply --without-charts', withoutCharts)).toMatchObject({ exit: 4 });
    expect(fake.requests.writes()).toEqual([]);
    expect(await run('plan --detailed-exitcode --without-charts', withoutCharts)).toMatchObject({ exit: 2, out: expect.stringMatching(/missing release:prometheus: the chart was not pulled\n[^]*2 blocked, \d+ unchanged, 1 release not looked at\n/) });
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }));

  it('keeps what it owns: neither pruned nor counted', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    const gone = { drafts: [], missing: [{ release: 'grafana', why: 'helm was not found' }] };
    expect(await run('apply --without-charts', gone)).toMatchObject({ exit: 0, out: expect.stringMatching(/no change/) });
    expect(fake.read('Deployment', 'grafana', home)).toBeDefined();
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));
});

describe('an object that is there already', () => {
  it('is refused, and taken over with --adopt, also from a client-side apply', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply', { artifacts: clusterBundle().slice(1) });
    await call(server, 'POST', `/api/v1/namespaces/${home}/configmaps?fieldManager=kubectl-client-side-apply`, { body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview }, data: { 'overview.json': 'old', 'left.json': 'over' } } });
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/target-foreign-object[^]*--adopt/) });
    expect(await run('plan --adopt')).toMatchObject({ exit: 0, out: expect.stringMatching(/= adopt {2}core\/ConfigMap/) });
    expect(await run('apply --adopt')).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +0 +1/) });
    expect(Object.keys(fake.read('ConfigMap', overview, home)?.['data'] as object)).toEqual(['overview.json']);
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));

  it('and belongs to another set is an error, also with --adopt', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', { artifacts: clusterBundle().slice(1) });
    fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: overview, namespace: home, labels: { 'applyset.k8s.io/part-of': 'applyset-other-v1' } }, data: {} });
    expect(await run('apply --adopt')).toMatchObject({ exit: 3, err: expect.stringMatching(/target-other-set[^]*applyset-other-v1/) });
  }));
});

describe('a saved plan', () => {
  it('is carried out as it was reviewed', async () => await onCluster(async ({ run }) => {
    await run('apply');
    const next = { artifacts: clusterBundle('2') };
    expect(await run('plan --out plan.json', next)).toMatchObject({ exit: 0, out: expect.stringMatching(/~ update core\/ConfigMap[^]*overview\.json/) });
    expect(await run('apply --plan plan.json', next)).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +4 /) });
  }));

  it('is refused when the difference is another one now, and not when only a version has moved', async () => await onCluster(async ({ run, server, workspace }) => {
    await run('apply');
    const next = { artifacts: clusterBundle('2') };
    await run('plan --out plan.json', next);
    await call(server, 'PATCH', `${configMap(overview)}?fieldManager=other`, { body: { metadata: { annotations: { theirs: 'note' } } }, contentType: patchTypes.merge });
    await writeFile(join(workspace, 'kept.json'), await readFile(join(workspace, 'plan.json')));
    await call(server, 'PATCH', `${configMap('bud-dashboard-errors')}?fieldManager=kubectl-edit`, { body: { data: { 'errors.json': 'edited' } }, contentType: patchTypes.merge });
    expect(await run('apply --plan plan.json', next)).toMatchObject({ exit: 3, err: expect.stringMatching(/stalePlan[^]*bud-dashboard-errors: planned nothing, now takeBack/) });
    expect(await run('apply', { artifacts: clusterBundle() })).toMatchObject({ exit: 0 });
    expect(await run('apply --plan kept.json', next)).toMatchObject({ exit: 0 });
  }));

  it.each<[string, (text: string) => string, RegExp]>([
    ['was edited', (text) => text.replace('"update"', '"create"'), /was changed after it was made/],
    ['is of another environment', (text) => text, /it is a plan of staging, not of dev/],
    ['is cut short', (text) => text.slice(0, 40), /cut short/],
  ])('that %s is refused', async (what, edit, says) => await onCluster(async ({ run, workspace, fake }) => {
    await run('apply');
    await run('plan --out plan.json', { artifacts: clusterBundle('2') });
    const path = join(workspace, 'plan.json');
    const text = await readFile(path, 'utf8');
    const { planFileText } = await import('../plan/plan-file.ts');
    const parsed = JSON.parse(text) as Parameters<typeof planFileText>[0];
    await writeFile(path, what === 'is of another environment' ? planFileText({ ...parsed, environment: 'staging' }) : edit(text));
    fake.requests.clear();
    expect(await run('apply --plan plan.json', { artifacts: clusterBundle('2') })).toMatchObject({ exit: what === 'is of another environment' ? 3 : 1, err: expect.stringMatching(says) });
    expect(fake.requests.writes()).toEqual([]);
  }));
});

describe('the events of an apply', () => {
  it('name every object once, and the report for CI says the same', async () => await onCluster(async ({ run, workspace }) => {
    const { out } = await run('apply -o json --junit report.xml');
    const events = out.trimEnd().split('\n').map((line) => JSON.parse(line) as ApplyEvent);
    expect(events[0]).toMatchObject({ event: 'runStarted', target: { kind: 'kubernetes', uid: clusterUid }, changes: 12 });
    expect(events.filter(({ event }) => event === 'objectChanged')).toHaveLength(12);
    expect(events.at(-1)).toMatchObject({ event: 'runFinished', outcome: 'done', written: 12 });
    expect(await readFile(join(workspace, 'report.xml'), 'utf8')).toMatch(/<testsuites name="dev" tests="12" failures="0"[^]*<testcase classname="backends" name="create apps\/Deployment/);
  }));
});

describe('the examples that the repository is shipped with', () => {
  it('stop an apply to a cluster before it is looked at: exit 3, with the lines to change', async () => await onCluster(async ({ run, fake }) => {
    expect(await run('apply', { environments: environmentInputs })).toMatchObject({ exit: 3, err: expect.stringMatching(/artifact-example-host[^]*environments\/dev\.ts[^]*fix: set domain, grafanaUrl/) });
    expect(fake.requests.all).toEqual([]);
  }));
});
