import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { call } from '../fakes/client.ts';
import { clusterBundle, clusterUid, home, onCluster } from '../fixtures/cluster.ts';

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
    expect(await run('apply --allow-files')).toMatchObject({ exit: 3, err: expect.stringMatching(/dev is not pinned[^]*`npx bud-o11y pin -e dev --identities identities\.json --allow-files`/) });
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

describe('the inventory', () => {
  it('that is damaged: nothing is planned on it, and it says what to do', async () => await onCluster(async ({ run, server, fake }) => {
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
    expect(await run('destroy')).toMatchObject({ exit: 3, err: expect.stringMatching(/error confirmation {2}[^]*nobody has confirmed[^]*--name dev/) });
    expect(await run('destroy --name production')).toMatchObject({ exit: 3, err: expect.stringMatching(/"production" is not dev: nothing was deleted/) });
    expect(await run('destroy', { ask: async () => undefined })).toMatchObject({ exit: 3 });
    expect(fake.requests.writes()).toEqual([]);
  }));

  it('is cancelled by a Ctrl-C at its question: exit 5', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    fake.requests.clear();
    const stop = new AbortController();
    const ask = async (): Promise<undefined> => void stop.abort();
    expect(await run('destroy', { signal: stop.signal, ask })).toMatchObject({ exit: 5, err: expect.stringMatching(/error cancelled {2}nothing of dev was deleted\n/) });
    expect(fake.requests.writes()).toEqual([]);
  }));

  it('speaks of deleting, and ends -o json with a document when there is nothing to do', async () => await onCluster(async ({ run }) => {
    await run('apply');
    expect(await run('destroy --name dev')).toMatchObject({ exit: 0, err: expect.stringMatching(/^deleting dev from kubernetes [^]*^removing 9$/m), out: expect.stringMatching(/\ndeleted\n$/) });
    const { out } = await run('destroy --name dev -o json');
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ event: 'runFinished', outcome: 'done', written: 0 });
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
