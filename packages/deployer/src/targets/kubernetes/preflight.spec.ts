import { describe, expect, it } from '@jest/globals';
import type { FakeKubernetes } from '../../fakes/kubernetes/index.ts';
import { onFakeApi } from './fixtures/fake-api.ts';
import { engineNeeds, objectNeeds, type PermissionNeed, preflight } from './preflight.ts';

const place = { environment: 'dev', namespace: 'obs' };
const deployments = { group: 'apps', plural: 'deployments', namespaced: true };
const roles = { group: 'rbac.authorization.k8s.io', plural: 'clusterroles', namespaced: false };
const token = 'limited';
const tokens = { limited: { name: 'limited', groups: ['system:authenticated'] } };
const rbac = 'rbac.authorization.k8s.io';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

function grant(fake: FakeKubernetes, scope: 'Role' | 'ClusterRole', rules: readonly Rule[], boundBy: 'RoleBinding' | 'ClusterRoleBinding' = scope === 'Role' ? 'RoleBinding' : 'ClusterRoleBinding'): void {
  const name = `granted-${scope.toLowerCase()}-${boundBy.toLowerCase()}`;
  fake.seed({ apiVersion: `${rbac}/v1`, kind: scope, metadata: { name, ...(scope === 'Role' ? { namespace: 'obs' } : {}) }, rules: rules as never });
  fake.seed({ apiVersion: `${rbac}/v1`, kind: boundBy, metadata: { name, ...(boundBy === 'RoleBinding' ? { namespace: 'obs' } : {}) }, roleRef: { apiGroup: rbac, kind: scope, name }, subjects: [{ kind: 'User', name: 'limited', apiGroup: rbac }] });
}

/** What is missing, as `verbs what`. */
async function missing(needs: readonly PermissionNeed[], prepare: (fake: FakeKubernetes) => void): Promise<readonly string[]> {
  return await onFakeApi(async (api, fake) => {
    prepare(fake);
    return (await preflight(api, 'dev', needs)).map(({ what }) => what.replace('not allowed: ', ''));
  }, { token, tokens });
}

const engineRules: readonly Rule[] = [
  { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'delete', 'get', 'patch', 'update'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['bud-o11y-dev'], verbs: ['get', 'update'] },
];

describe('preflight', () => {
  it('row 17: tells every missing verb at once, and what to do', async () => await onFakeApi(async (api) => {
    const problems = await preflight(api, 'dev', [...engineNeeds(place), ...objectNeeds([{ served: deployments, namespace: 'obs', name: 'x' }, { served: roles, name: 'r' }])]);
    expect(problems.map(({ what }) => what)).toEqual([
      'not allowed: create, list, patch, watch clusterroles.rbac.authorization.k8s.io in the cluster',
      'not allowed: create, delete, get, patch, update configmaps in namespace obs',
      'not allowed: create, list, patch, watch deployments.apps in namespace obs',
      'not allowed: create, get, update leases.coordination.k8s.io in namespace obs',
    ]);
    expect(problems.every(({ fix, severity }) => severity === 'error' && fix.includes('bud-o11y rbac -e dev'))).toBe(true);
  }, { token, tokens }));

  it('asks an administrator one question', async () => await onFakeApi(async (api) => {
    expect(await preflight(api, 'dev', [...engineNeeds(place), ...objectNeeds([{ served: roles, name: 'r' }])])).toEqual([]);
    expect(api.counts.requests).toBe(1);
  }));

  it('finds the engine’s own rights enough for the engine', async () => {
    expect(await missing(engineNeeds(place), (fake) => grant(fake, 'Role', engineRules))).toEqual([]);
  });

  it.each<readonly [string, readonly Rule[], readonly string[]]>([
    ['the same name', [{ apiGroups: ['apps'], resources: ['deployments'], resourceNames: ['x'], verbs: ['create', 'patch'] }], ['list, watch']],
    ['another name', [{ apiGroups: ['apps'], resources: ['deployments'], resourceNames: ['y'], verbs: ['*'] }], ['create, list, patch, watch']],
    ['everything of the group', [{ apiGroups: ['apps'], resources: ['*'], verbs: ['*'] }], []],
    ['another group', [{ apiGroups: ['extensions'], resources: ['deployments'], verbs: ['*'] }], ['create, list, patch, watch']],
  ])('counts rules for %s', async (_, rules, wanted) => {
    expect(await missing(objectNeeds([{ served: deployments, namespace: 'obs', name: 'x' }]), (fake) => grant(fake, 'Role', rules))).toEqual(wanted.map((verbs) => `${verbs} deployments.apps in namespace obs`));
  });

  it.each([['deletes', 'delete'], ['replaces', 'delete, get']] as const)('asks for deletion where an apply %s', async (does, verbs) => {
    expect(await missing(objectNeeds([{ served: deployments, namespace: 'obs', name: 'x', does }]), (fake) => grant(fake, 'Role', [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['list', 'watch', 'create', 'patch'] }]))).toEqual([`${verbs} deployments.apps in namespace obs`]);
  });

  it('does not take a right in one namespace for one in the cluster', async () => {
    const needs = objectNeeds([{ served: roles, name: 'r' }]);
    const all: readonly Rule[] = [{ apiGroups: [rbac], resources: ['clusterroles'], verbs: ['*'] }];
    expect(await missing(needs, (fake) => grant(fake, 'ClusterRole', all, 'RoleBinding'))).toEqual(['create, list, patch, watch clusterroles.rbac.authorization.k8s.io in the cluster']);
    expect(await missing(needs, (fake) => grant(fake, 'ClusterRole', all))).toEqual([]);
  });

  it('wants Secrets by their names only, and never their list', async () => {
    const needs = objectNeeds([{ served: { group: '', plural: 'secrets', namespaced: true }, namespace: 'obs', name: 's' }]);
    expect(await missing(needs, () => undefined)).toEqual(['create, get, patch secrets in namespace obs']);
    expect(await missing(needs, (fake) => grant(fake, 'Role', [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['s'], verbs: ['create', 'get', 'patch'] }]))).toEqual([]);
  });
});
