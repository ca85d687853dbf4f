import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { call } from '../fakes/client.ts';
import { clusterBundle, clusterUid, home, onCluster, releaseDrafts } from '../fixtures/cluster.ts';

describe('the identity of a cluster', () => {
  it('row 41: another cluster than the pinned one is refused before anything else is read: exit 3', async () => await onCluster(async ({ run, workspace, fake }) => {
    await writeFile(join(workspace, 'identities.json'), JSON.stringify({ dev: 'ffffffff-0000-4000-8000-000000000000', production: clusterUid }));
    for (const line of ['apply', 'plan', 'status', 'drift', 'unlock', 'destroy --name dev']) {
      fake.requests.clear();
      expect(await run(line)).toMatchObject({ exit: 3, err: expect.stringMatching(/error identity[^]*not the cluster of dev[^]*the cluster of production[^]*--context/) });
      expect(fake.requests.all.map(({ path }) => path).toSorted()).toEqual(['/api/v1/namespaces/kube-system', '/version']);
    }
  }));

  it('that is not pinned yet is never guessed: it asks for `pin`, which edits that file only', async () => await onCluster(async ({ run, workspace }) => {
    await writeFile(join(workspace, 'identities.json'), '{}\n');
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/dev is not pinned[^]*bud-o11y pin -e dev/) });
    expect(await run('pin')).toMatchObject({ exit: 0, out: expect.stringMatching(/dev is now pinned to the cluster a1b2c3d4/) });
    expect(JSON.parse(await readFile(join(workspace, 'identities.json'), 'utf8'))).toEqual({ dev: clusterUid });
    expect(await run('pin')).toMatchObject({ exit: 0, out: expect.stringMatching(/was already pinned/) });
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }));

  it('is never overwritten by `pin`', async () => await onCluster(async ({ run, workspace }) => {
    await writeFile(join(workspace, 'identities.json'), JSON.stringify({ dev: 'ffffffff-0000-4000-8000-000000000000' }));
    expect(await run('pin')).toMatchObject({ exit: 3, err: expect.stringMatching(/dev is pinned to the cluster ffffffff/) });
    expect(await readFile(join(workspace, 'identities.json'), 'utf8')).toBe(JSON.stringify({ dev: 'ffffffff-0000-4000-8000-000000000000' }));
  }));

  it('row 42: the plan of one environment is not carried out on another', async () => await onCluster(async ({ run, workspace }) => {
    await run('plan --out plan.json');
    const { planFileText } = await import('../plan/plan-file.ts');
    const plan = JSON.parse(await readFile(join(workspace, 'plan.json'), 'utf8')) as Parameters<typeof planFileText>[0];
    await writeFile(join(workspace, 'plan.json'), planFileText({ ...plan, environment: 'production', target: { kind: 'kubernetes', address: 'https://production', uid: 'other' } }));
    expect(await run('apply --plan plan.json')).toMatchObject({ exit: 3, err: expect.stringMatching(/it is a plan of production, not of dev\n[^]*made for kubernetes https:\/\/production/) });
  }));
});

describe('a cluster that cannot be used', () => {
  it.each<[string, string, number, RegExp]>([
    ['no kubeconfig', 'plan --kubeconfig gone', 1, /gone/],
    ['an unknown context', 'plan --context fakee', 1, /no context "fakee"[^]*did you mean fake\?/],
  ])('%s', async (_, line, exit, says) => await onCluster(async ({ run, fake }) => {
    expect(await run(line)).toMatchObject({ exit, err: expect.stringMatching(says) });
    expect(fake.requests.all).toEqual([]);
  }));

  it('a token that has expired', async () => await onCluster(async ({ run, fake }) => {
    fake.expire('admin-token');
    expect(await run('apply')).toMatchObject({ exit: 1, err: expect.stringMatching(/error unauthorised[^]*fix: log in again/) });
  }));

  it('a server that is not there', async () => await onCluster(async ({ run, fake, workspace }) => {
    await writeFile(join(workspace, 'kubeconfig'), fake.kubeconfig().replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:1'));
    expect(await run('apply')).toMatchObject({ exit: 1, err: expect.stringMatching(/error unreachable[^]*127\.0\.0\.1:1/) });
  }, { retryFactor: 400 }));

  it('a server that is too old', async () => await onCluster(async ({ run }) => {
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/runs Kubernetes v1\.20\.3/) });
  }, { version: 'v1.20.3' }));

  it('an inventory that is damaged: nothing is planned on it, and it says what to do', async () => await onCluster(async ({ run, server, fake }) => {
    await run('apply');
    await call(server, 'PATCH', `/api/v1/namespaces/${home}/configmaps/bud-o11y-dev`, { body: { data: { entries: 'H4sIAAAA' } }, contentType: 'application/merge-patch+json' });
    fake.requests.clear();
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/target-inventory-damaged[^]*fix: keep a copy/) });
    expect(fake.requests.writes()).toEqual([]);
    await call(server, 'DELETE', `/api/v1/namespaces/${home}/configmaps/bud-o11y-dev`);
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));
});

describe('destroy', () => {
  it('wants the name of the environment typed', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    fake.requests.clear();
    expect(await run('destroy')).toMatchObject({ exit: 3, err: expect.stringMatching(/nobody has confirmed[^]*--name dev/) });
    expect(await run('destroy --name production')).toMatchObject({ exit: 3, err: expect.stringMatching(/"production" is not dev: nothing was deleted/) });
    expect(await run('destroy', { ask: async () => undefined })).toMatchObject({ exit: 3 });
    expect(fake.requests.writes()).toEqual([]);
  }));

  it('deletes what is ours, last wave first, and keeps and names Namespaces and definitions', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'of-others', namespace: home }, data: {} });
    fake.requests.clear();
    const said = await run('destroy', { ask: async () => 'dev' });
    expect(said).toMatchObject({ exit: 0, err: expect.stringMatching(/9 objects of dev[^]*kept: core\/Namespace\/_\/observability-dev[^]*kept: apiextensions\.k8s\.io\/CustomResourceDefinition/) });
    const deleted = fake.requests.all.filter(({ method }) => method === 'DELETE').map(({ object }) => object);
    expect(deleted).toHaveLength(9);
    expect(deleted.indexOf('bud-dashboard-overview')).toBeLessThan(deleted.indexOf('bud-rules-mimir-records'));
    expect(deleted.indexOf('bud-rules-mimir-records')).toBeLessThan(deleted.indexOf('grafana'));
    expect(fake.read('ConfigMap', 'of-others', home)).toBeDefined();
    expect(fake.read('Namespace', home)).toBeDefined();
    expect(await run('destroy --name dev')).toMatchObject({ exit: 0, err: expect.stringMatching(/nothing to delete/) });
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }));
});

describe('row 40: a secret', () => {
  const canary = 'c4n4ry-7f3e-s3cr3t';

  it('of the cluster or of the environment appears nowhere: not in output, plan, report, errors or events', async () => await onCluster(async ({ run, server, fake, workspace }) => {
    fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
    fake.seed({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'grafana-oidc', namespace: home }, data: { secret: Buffer.from(canary).toString('base64') } });
    const secret = { object: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'of-chart', namespace: home }, data: { token: Buffer.from(canary).toString('base64') } }, source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana' } as const;
    const [, , , , deployment] = releaseDrafts();
    const spec = structuredClone(deployment?.object) as unknown as { spec: { template: { spec: { containers: { env: object[] }[] } } } };
    spec.spec.template.spec.containers[0]?.env.push({ name: 'GF_DATABASE_PASSWORD', value: canary });
    const drafts = [...releaseDrafts().slice(0, 4), { ...deployment, object: spec as never } as never, secret];
    const said: string[] = [];
    const say = async (line: string, more: object = {}) => {
      const { out, err } = await run(line, { drafts, ...more });
      said.push(out, err);
    };
    for (const line of ['plan', 'plan -o json --out plan.json', 'apply -o json --junit report.xml', 'plan --deep', 'status -o json', 'drift -o json']) await say(line);
    await call(server, 'PATCH', `/apis/apps/v1/namespaces/${home}/deployments/grafana?fieldManager=kubectl-edit`, { body: { spec: { template: { spec: { containers: [{ name: 'grafana', image: 'x', env: [{ name: 'GF_DATABASE_PASSWORD', value: `${canary}2` }] }] } } } }, contentType: 'application/merge-patch+json' });
    await call(server, 'PATCH', `/api/v1/namespaces/${home}/secrets/of-chart?fieldManager=kubectl-edit`, { body: { data: { token: Buffer.from(`${canary}3`).toString('base64') } }, contentType: 'application/merge-patch+json' });
    for (const line of ['plan', 'plan -o json --out plan.json', 'drift', 'drift -o json', 'status', 'apply -o json --junit report.xml', 'apply']) await say(line);
    fake.faults.add({ match: /^patch secrets/, times: 5, fault: { do: 'answer', code: 422, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 422, reason: 'Invalid', message: 'Secret "of-chart" is invalid: data: too long' } } });
    await say('apply', { drafts: [...drafts.slice(0, 5), { ...secret, object: { ...secret.object, data: { token: 'eA==' } } }] });
    for (const file of ['plan.json', 'report.xml']) said.push(await readFile(join(workspace, file), 'utf8'));
    const all = said.join('\n');
    for (const form of [canary, Buffer.from(canary).toString('base64').slice(0, 20), encodeURIComponent(canary)]) expect(all.includes(form)).toBe(false);
    expect(all).toMatch(/of-chart/);
    expect(fake.requests.all.filter(({ path, name }) => path.includes('/secrets') && /^(list|watch) /.test(name))).toEqual([]);
    expect(fake.requests.all.filter(({ path, headers }) => path.includes('/secrets') && headers['accept']?.startsWith('application/json;as=PartialObjectMetadata') !== true && !headers['user-agent']?.startsWith('contract'))).toEqual([]);
  }));
});
