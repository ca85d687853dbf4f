import { connect } from 'node:http2';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ServerAddress, applyAs, call, metadataList } from '../client.ts';
import { openWatch } from '../watch-client.ts';
import { configMap, deployment } from './contract/samples.ts';
import { type FakeKubernetes, type FakeOptions, adminToken, startFakeKubernetes } from './index.ts';
import { objectAt } from './object.ts';
import { startFakeProcess } from './process.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const deployments = '/apis/apps/v1/namespaces/default/deployments';
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the fake', () => {
  let fake: FakeKubernetes;
  afterEach(() => fake.close());
  const start = async (options: FakeOptions = {}): Promise<ServerAddress> => {
    fake = await startFakeKubernetes(options);
    return { url: fake.url, ca: fake.ca, token: adminToken };
  };
  const add = (server: ServerAddress, name: string) => applyAs(server, 'us', `${maps}/${name}`, configMap(name, { a: '1' }));

  it('numbers and names requests as they arrive, and knows which wrote', async () => {
    const server = await start();
    await add(server, 'a');
    await add(server, 'a');
    await applyAs(server, 'us', `${maps}/b`, configMap('b', {}), '&dryRun=All');
    await call(server, 'GET', maps);
    await call(server, 'GET', '/version');
    expect(fake.requests.all.map(({ number, name, dryRun, wrote, status }) => [number, name, dryRun, wrote, status])).toEqual([
      [1, 'patch configmaps', false, true, 201],
      [2, 'patch configmaps', false, false, 200],
      [3, 'patch configmaps', true, false, 201],
      [4, 'list configmaps', false, false, 200],
      [5, 'GET /version', false, false, 200],
    ]);
    expect(fake.requests.counts()).toEqual({ 'patch configmaps': 3, 'list configmaps': 1, 'GET /version': 1 });
    expect(fake.requests.writes()).toHaveLength(1);
    fake.requests.clear();
    await call(server, 'GET', '/readyz');
    expect(fake.requests.all.map(({ number }) => number)).toEqual([1]);
  });

  it('speaks HTTP/2 under a certificate that the kubeconfig trusts', async () => {
    const { url } = await start({ tls: true });
    const { clusters } = JSON.parse(fake.kubeconfig()) as { readonly clusters: readonly { readonly cluster: { readonly 'certificate-authority-data': string } }[] };
    const session = connect(url, { ca: Buffer.from(clusters[0]?.cluster['certificate-authority-data'] ?? '', 'base64') });
    try {
      const request = session.request({ ':path': '/readyz', authorization: `Bearer ${adminToken}` });
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toBe('ok');
      expect(session.alpnProtocol).toBe('h2');
    } finally {
      session.close();
    }
  });

  it('is known by the uid of its kube-system', async () => {
    const server = await start({ identity: '11111111-2222-4333-8444-555555555555' });
    expect((await call(server, 'GET', '/api/v1/namespaces/kube-system')).body).toMatchObject({ metadata: { uid: '11111111-2222-4333-8444-555555555555' } });
  });

  it('ends a list whose history it forgot, and a watch from before', async () => {
    const server = await start();
    for (const name of ['a', 'b', 'c']) await add(server, name);
    const first = await call(server, 'GET', `${maps}?limit=1`, { accept: metadataList });
    const { continue: token, resourceVersion } = objectAt(first.body, 'metadata');
    const next = `${maps}?limit=1&continue=${String(token)}`;
    await add(server, 'aa');
    expect((await call(server, 'GET', next)).body).toMatchObject({ items: [{ metadata: { name: 'b' } }] });
    fake.store.compact();
    expect(await call(server, 'GET', next)).toMatchObject({ status: 410, body: { reason: 'Expired' } });
    const watch = await openWatch(server, `${maps}?watch=true&resourceVersion=${String(resourceVersion)}`);
    expect(await watch.take(2)).toMatchObject([{ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } }]);
  });

  it('sends bookmarks to those who want them, and ends all watches at once', async () => {
    const server = await start();
    const watch = await openWatch(server, `${maps}?watch=true&allowWatchBookmarks=true`);
    const silent = await openWatch(server, `${maps}?watch=true`);
    fake.watches.bookmark();
    expect(await watch.take(1)).toMatchObject([{ type: 'BOOKMARK', object: { kind: 'ConfigMap', metadata: { resourceVersion: String(fake.store.revision()) } } }]);
    expect(fake.watches.count()).toBe(2);
    fake.watches.endAll();
    expect([await watch.take(1), await silent.take(1)]).toEqual([[], []]);
    expect(fake.watches.count()).toBe(0);
  });

  it('makes workloads ready when a test says so', async () => {
    const server = await start({ controllers: { workloads: 'manual' } });
    await applyAs(server, 'us', `${deployments}/web`, deployment('web'));
    await wait(20);
    expect(fake.read('Deployment', 'web', 'default')?.['status']).toBeUndefined();
    fake.controllers.setStatus('Deployment', 'web', 'default', { observedGeneration: 1, conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }] });
    expect((await call(server, 'GET', `${deployments}/web`)).body).toMatchObject({ status: { conditions: [{ reason: 'ProgressDeadlineExceeded' }] } });
    fake.controllers.makeReady('Deployment', 'web', 'default');
    expect(fake.read('Deployment', 'web', 'default')?.['status']).toMatchObject({ observedGeneration: 1, availableReplicas: 2 });
  });

  it('deletes what an owner leaves behind, in the background, in the foreground, or not at all', async () => {
    const server = await start();
    const ownedBy = (uid: unknown): object => ({ ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid }] });
    for (const [policy, survives] of [['Background', false], ['Foreground', false], ['Orphan', true]] as const) {
      const { uid } = objectAt((await add(server, 'owner')).body, 'metadata');
      await applyAs(server, 'us', `${maps}/owned`, configMap('owned', {}, ownedBy(uid)));
      await call(server, 'DELETE', `${maps}/owner`, { body: { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: policy } });
      await wait(20);
      expect([policy, fake.read('ConfigMap', 'owner', 'default') === undefined, fake.read('ConfigMap', 'owned', 'default') !== undefined]).toEqual([policy, true, survives]);
    }
  });

  it('shows a broken group as stale, and answers nothing in it', async () => {
    const server = await start({ broken: [{ group: 'metrics.test', version: 'v1' }] });
    const { body } = await call(server, 'GET', '/apis', { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' });
    expect(body['items']).toContainEqual({ metadata: { name: 'metrics.test' }, versions: [{ version: 'v1', freshness: 'Stale' }] });
    expect(await call(server, 'GET', '/apis/metrics.test/v1')).toMatchObject({ status: 503 });
  });

  it('discovers the same in the older form', async () => {
    const server = await start();
    expect((await call(server, 'GET', '/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    expect((await call(server, 'GET', '/apis')).body['groups']).toContainEqual(expect.objectContaining({ name: 'apps', preferredVersion: { groupVersion: 'apps/v1', version: 'v1' } }));
    expect((await call(server, 'GET', '/apis/apps/v1')).body['resources']).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'deployments', kind: 'Deployment', namespaced: true }), expect.objectContaining({ name: 'deployments/scale', kind: 'Scale' })]));
  });

  it('runs in a process of its own', async () => {
    await start();
    const apart = await startFakeProcess(process.execPath, { latencyMs: 1 });
    try {
      const server = { url: apart.url, token: adminToken };
      await add(server, 'a');
      expect(await apart.counts()).toEqual({ 'patch configmaps': 1 });
      await apart.clear();
      expect(await apart.counts()).toEqual({});
    } finally {
      await apart.close();
    }
    await expect(call({ url: apart.url, token: adminToken }, 'GET', '/readyz')).rejects.toThrow('ECONNREFUSED');
  });
});
