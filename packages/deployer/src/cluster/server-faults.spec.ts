import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Match } from '../fakes/kubernetes/faults.ts';
import { type ClusterTest, clusterBundle, home, largeBundle, onCluster } from '../fixtures/cluster.ts';
import { runsAnnotation } from '../targets/kubernetes/inventory/layout.ts';
import { defaultTimeouts } from '../targets/kubernetes/transport/index.ts';

const overview = 'bud-dashboard-overview';
const patchOf = (object: string): Match => (record) => record.name === 'patch configmaps' && record.object === object && !record.dryRun;
const patched = (fake: ClusterTest['fake'], object: string) => fake.requests.all.filter((record) => record.method === 'PATCH' && record.object === object && !record.dryRun);
const status = (code: number, reason: string, message: string) => ({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message });
const written = (out: string): number => Number(/total +(\d+)/.exec(out)?.[1]);

describe('an API server that fails for a moment', () => {
  it('row 10: a 429 with Retry-After 7 is waited out for at least 7 s, and everything is applied', async () => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: patchOf(overview), fault: { do: 'answer', code: 429, headers: { 'retry-after': '7' }, body: status(429, 'TooManyRequests', 'too many requests') } });
    const began = performance.now();
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect((performance.now() - began) * 50).toBeGreaterThan(7000);
    expect(patched(fake, overview)).toHaveLength(2);
  }));

  it('row 11: 429 without end uses up the retry budget and fails clean, naming what throttles', async () => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: /^patch /, skip: 4, times: 1000, fault: { do: 'answer', code: 429, body: status(429, 'TooManyRequests', 'too many requests') } });
    const said = await run('apply');
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/error throttled[^]*retry budget[^]*fix: [^\n]*API Priority and Fairness/) });
    expect(fake.requests.all.filter((record) => record.status === 429).length).toBeLessThan(80);
    fake.faults.clear();
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }, { retryFactor: 400 }));

  it('row 11: a server that is away for a while ends the run, which still records what it did and gives the lock back', async () => await onCluster(async ({ run, fake }) => {
    let records = 0;
    fake.faults.add({
      match: (record) => {
        const isAway = fake.requests.all.some(({ object }) => object === 'bud-dashboard-d0') && records < 3;
        if (isAway && record.name === 'update configmaps') records += 1;
        return isAway;
      },
      times: 1000,
      fault: { do: 'reset', when: 'before' },
    });
    const said = await run('apply', { artifacts: largeBundle(60) });
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/retry budget[^]*exit 4/) });
    expect(said.err).not.toContain('could not be given back');
    expect(fake.read('ConfigMap', 'bud-o11y-dev', home)?.metadata.annotations?.[runsAnnotation]).toContain('"failed"');
    expect(fake.read('Lease', 'bud-o11y-dev', home)?.['spec']).toMatchObject({ holderIdentity: '' });
  }, { factor: 20 }));

  it.each([
    ['503', status(503, 'ServiceUnavailable', 'unavailable'), 503],
    ['500 "leader changed"', status(500, 'InternalError', 'etcdserver: leader changed'), 500],
  ])('row 12: %s once is retried, and counts as one write', async (_, body, code) => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: patchOf(overview), fault: { do: 'answer', code, body } });
    const said = await run('apply');
    expect(said).toMatchObject({ exit: 0 });
    expect(written(said.out)).toBe(11);
    expect(patched(fake, overview)).toHaveLength(2);
  }));

  it('row 12b: a 500 about an unknown field is one request and one failed object; the others go on', async () => await onCluster(async ({ run, fake }) => {
    const message = 'failed to create typed patch object (observability-dev/x; /v1, Kind=ConfigMap): .dataa: field not declared in schema';
    fake.faults.add({ match: patchOf(overview), times: 9, fault: { do: 'answer', code: 500, body: status(500, 'InternalError', message) } });
    const { exit, out } = await run('apply -o json');
    const events = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly event?: string });
    expect(exit).toBe(4);
    expect(events.filter(({ event }) => event === 'objectFailed')).toEqual([expect.objectContaining({ code: 'invalid', address: `core/ConfigMap/${home}/${overview}`, message: expect.stringContaining(': .dataa: field not declared in schema') })]);
    expect(events.filter(({ event }) => event === 'objectChanged')).toHaveLength(11);
    expect(patched(fake, overview)).toHaveLength(1);
    expect(fake.read('ConfigMap', 'bud-dashboard-errors', home)).toBeDefined();
  }));

  it('row 13: a connection that breaks after the commit is one write, not two', async () => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: patchOf(overview), fault: { do: 'reset', when: 'after' } });
    const said = await run('apply');
    expect(said).toMatchObject({ exit: 0 });
    expect(written(said.out)).toBe(11);
    expect(patched(fake, overview)).toHaveLength(2);
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));

  it('row 14: a server that does not answer is given up on, and the request sent again', async () => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: patchOf(overview), fault: { do: 'hang', when: 'before' } });
    expect(await run('apply', { timeouts: { ...defaultTimeouts, headers: 500 } })).toMatchObject({ exit: 0 });
    expect(patched(fake, overview)).toHaveLength(2);
  }));
});

describe('an answer that is none', () => {
  const notJson = { do: 'answer', code: 200, body: '<html>gateway</html>', headers: { 'content-type': 'text/html' } } as const;
  const failureWith200 = { do: 'answer', code: 200, body: status(403, 'Forbidden', 'no') } as const;

  it.each([
    ['cut short, as often as it is asked for,', { do: 'truncate', bytes: 40 } as const, /error unreachable {2}patch configmaps: [^\n]*gave up after \d+ attempts[^]*overview\n/],
    ['no JSON', notJson, /unreachable[^\n]*the answer is text\/html, not JSON[^]*fix: something other than an API server answers/],
    ['a Status of failure with HTTP 200', failureWith200, /failed forbidden {2}\S*overview: patch configmaps: no\n/],
  ])('row 15: an answer that is %s is never taken for a success', async (_, fault, says) => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: patchOf(overview), times: 1000, fault });
    const { exit, out, err } = await run('apply');
    expect({ exit, err }).toEqual({ exit: 4, err: expect.stringMatching(says) });
    expect(written(out)).toBeLessThan(11);
    fake.faults.clear();
    if (fault.do === 'answer') expect(fake.read('ConfigMap', overview, home)).toBeUndefined();
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(fake.read('ConfigMap', overview, home)).toBeDefined();
  }, { retryFactor: 400 }));
});

describe('credentials', () => {
  async function withTokenFile({ fake, workspace }: ClusterTest): Promise<void> {
    const config = JSON.parse(fake.kubeconfig()) as { users: { user: object }[] };
    for (const user of config.users) user.user = { tokenFile: 'token' };
    await writeFile(join(workspace, 'kubeconfig'), JSON.stringify(config));
    await writeFile(join(workspace, 'token'), 'first');
  }
  const admin = { name: 'admin', groups: ['system:masters'] };

  it('row 16: a token that expires in the middle is read anew, once, and the request sent again', async () => await onCluster(async (test) => {
    const { run, fake, workspace } = test;
    await withTokenFile(test);
    fake.faults.add({ match: patchOf(overview), fault: { do: 'call', when: 'before', afterwards: 'continue', call: async () => {
      fake.expire('first');
      fake.allow('second', admin);
      await writeFile(join(workspace, 'token'), 'second');
    } } });
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }, { tokens: { first: admin } }));

  it('row 16: one that is not replaced fails the run; what was written is recorded', async () => await onCluster(async (test) => {
    const { run, fake, workspace } = test;
    await withTokenFile(test);
    fake.faults.add({ match: /^patch deployments/, fault: { do: 'call', when: 'before', afterwards: 'continue', call: () => fake.expire('first') } });
    expect(await run('apply')).toMatchObject({ exit: 4, err: expect.stringMatching(/error unauthorised/) });
    await fake.writeKubeconfig(join(workspace, 'kubeconfig'));
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }, { tokens: { first: admin } }));

  it('row 17: every missing permission is told at once, before the first write', async () => await onCluster(async ({ run, fake }) => {
    fake.seed({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' }, rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] }] });
    fake.seed({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'reader' }, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' }, subjects: [{ kind: 'User', name: 'reader' }] });
    const said = await run('apply', { token: 'reader' });
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/target-permission/) });
    for (const resource of ['configmaps', 'deployments', 'services', 'leases', 'customresourcedefinitions']) expect(said.err).toContain(resource);
    expect(said.err).not.toContain('secrets');
    expect(fake.requests.writes()).toEqual([]);
  }, { tokens: { reader: { name: 'reader', groups: [] } } }));

  it.each(['apply', 'plan', 'status', 'drift'])('row 17: so are they to an account that may read next to nothing: %s', async (line) => await onCluster(async ({ run, fake }) => {
    fake.seed({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'fresh' }, rules: [{ apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }] });
    fake.seed({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'fresh' }, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'fresh' }, subjects: [{ kind: 'User', name: 'fresh' }] });
    const { exit, err } = await run(line, { token: 'fresh' });
    expect({ exit, lacking: [...err.matchAll(/not allowed: (.*)/g)].map(([, what]) => what) }).toEqual({ exit: 1, lacking: expect.arrayContaining([
      'create, list, patch, watch customresourcedefinitions.apiextensions.k8s.io in the cluster',
      `create, delete, get, list, patch, update, watch configmaps in namespace ${home}`,
      `create, get, update leases.coordination.k8s.io in namespace ${home}`,
      `create, list, patch, watch deployments.apps in namespace ${home}`,
    ]) });
  }, { tokens: { fresh: { name: 'fresh', groups: ['system:authenticated'] } } }));

  it.each(['apply', 'pin'])('row 17: one that may not even ask for the identity is told whom to ask: %s', async (line) => await onCluster(async ({ run }) => {
    expect(await run(line, { token: 'nobody' })).toMatchObject({ exit: 1, err: expect.stringMatching(/error forbidden {2}get identity: [^]*fix: [^\n]*`bud-o11y rbac -e <environment>`/) });
  }, { tokens: { nobody: { name: 'nobody', groups: [] } } }));
});

describe('discovery and admission', () => {
  it('row 24: a webhook that does not answer is asked again, then the object fails and the webhook is named', async () => await onCluster(async ({ run, fake }) => {
    const message = 'Internal error occurred: failed calling webhook "rules.corp.test": failed to call webhook: connection refused';
    fake.faults.add({ match: patchOf(overview), times: 1000, fault: { do: 'answer', code: 500, body: status(500, 'InternalError', message) } });
    const said = await run('apply');
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/failed unreachable {2}core\/ConfigMap[^\n]*failed calling webhook "rules\.corp\.test"/) });
    expect(patched(fake, overview).length).toBeGreaterThan(3);
    expect(fake.read('ConfigMap', 'bud-dashboard-errors', home)).toBeDefined();
  }, { retryFactor: 400 }));

  it('row 32: an APIService that is broken matters only to who needs its kinds', async () => await onCluster(async ({ run }) => {
    expect(await run('apply', { artifacts: clusterBundle() })).toMatchObject({ exit: 0 });
  }, { broken: [{ group: 'metrics.k8s.io', version: 'v1beta1' }] }));

  it('row 32: a broken APIService of a kind that is needed is named: nothing is written', async () => await onCluster(async ({ run, fake }) => {
    const widget = { object: { apiVersion: 'metrics.k8s.io/v1beta1', kind: 'Widget', metadata: { name: 'w', namespace: home } }, source: 'release:grafana', wave: 'backends' } as const;
    expect(await run('apply', { drafts: [widget] })).toMatchObject({ exit: 1, err: expect.stringMatching(/APIService v1beta1\.metrics\.k8s\.io does not answer/) });
    expect(fake.requests.writes()).toEqual([]);
  }, { broken: [{ group: 'metrics.k8s.io', version: 'v1beta1' }] }));
});
