import { describe, expect, it } from '@jest/globals';
import { loadAll } from 'js-yaml';
import { applyAs } from '../fakes/client.ts';
import type { StoredObject } from '../fakes/kubernetes/object.ts';
import { charts, clusterBundle, clusterEnvironment, home, onCluster } from '../fixtures/cluster.ts';
import { runLine } from '../fixtures/host.ts';

const rbac = 'rbac.authorization.k8s.io';
/** A service account that an administrator has just made. */
const tokens = { fresh: { name: 'fresh', groups: ['system:authenticated'] } };
const bindCommand = /^# +kubectl create (clusterrolebinding|rolebinding) (\S+)(?: -n (\S+))? --(?:clusterrole|role)=(\S+) --user=<user>$/gm;

const collections: Readonly<Record<string, string>> = { Namespace: '/api/v1/namespaces', ClusterRole: `/apis/${rbac}/v1/clusterroles`, Role: `/apis/${rbac}/v1/namespaces/*/roles` };
const pathOf = ({ kind, metadata: { name, namespace = '' } }: StoredObject): string => `${collections[kind]?.replace('*', namespace) ?? ''}/${name}`;

describe('what rbac prints', () => {
  it('is taken by a new cluster from top to bottom, and bound as it says it is all that a first apply needs', async () => await onCluster(async ({ run, fake, server, workspace }) => {
    const { out } = await runLine('rbac -e dev', { workspace, artifacts: clusterBundle(), environments: [clusterEnvironment], charts: charts() });
    expect(fake.read('Namespace', home)).toBeUndefined();
    for (const object of loadAll(out) as StoredObject[]) expect((await applyAs(server, 'kubectl', pathOf(object), object)).status).toBeLessThan(300);
    expect(await run('apply', { token: 'fresh' })).toMatchObject({ exit: 1, err: expect.stringMatching(/bud-o11y rbac -e/) });
    for (const [, what, name = '', namespace, role = ''] of out.matchAll(bindCommand)) {
      const [kind, bound] = what === 'clusterrolebinding' ? ['ClusterRoleBinding', 'ClusterRole'] : ['RoleBinding', 'Role'];
      fake.seed({ apiVersion: `${rbac}/v1`, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, roleRef: { apiGroup: rbac, kind: bound, name: role }, subjects: [{ kind: 'User', name: 'fresh', apiGroup: rbac }] } as never);
    }
    expect(await run('apply', { token: 'fresh' })).toMatchObject({ exit: 0 });
    expect(fake.read('Deployment', 'grafana', home)).toBeDefined();
    expect(await run('plan --detailed-exitcode', { token: 'fresh' })).toMatchObject({ exit: 0 });
  }, { tokens }));
});
