import { describe, expect, it } from '@jest/globals';
import { applyAs, call } from '../../client.ts';
import { objectAt } from '../object.ts';
import { configMap } from './samples.ts';
import { type Use, eventually, freshNamespace, refusal } from './subject.ts';

const rbac = 'rbac.authorization.k8s.io';
const reviews = '/apis/authorization.k8s.io/v1';

/** Who may do what. */
export function permittingContract(use: Use): void {
  describe('a user without rights', () => {
    it.each([
      ['list', 'GET', '/api/v1/namespaces/default/configmaps', 'configmaps is forbidden: User "limited" cannot list resource "configmaps" in API group "" in the namespace "default"'],
      ['get', 'GET', '/apis/apps/v1/namespaces/default/deployments/x', 'deployments.apps "x" is forbidden: User "limited" cannot get resource "deployments" in API group "apps" in the namespace "default"'],
      ['cluster-wide', 'GET', '/api/v1/nodes', 'nodes is forbidden: User "limited" cannot list resource "nodes" in API group "" at the cluster scope'],
      ['a namespace', 'GET', '/api/v1/namespaces/default', 'namespaces "default" is forbidden: User "limited" cannot get resource "namespaces" in API group "" in the namespace "default"'],
    ])('is told so: %s', async (_, method, path, message) => {
      expect(refusal(await call(use().limited, method, path))).toMatchObject({ status: 403, reason: 'Forbidden', message });
    });
  });

  it('a role lets its users do what it says and nothing else', async () => {
    const { admin, limited } = use();
    const namespace = await freshNamespace(use(), 'contract-permits');
    const roles = `/apis/${rbac}/v1/namespaces/${namespace}`;
    const maps = `/api/v1/namespaces/${namespace}/configmaps`;
    const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'patch'] }];
    expect((await applyAs(admin, 'us', `${roles}/roles/Writer`, { apiVersion: `${rbac}/v1`, kind: 'Role', metadata: { name: 'Writer' }, rules })).status).toBe(201);
    await applyAs(admin, 'us', `${roles}/rolebindings/writer`, { apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: { name: 'writer' }, roleRef: { apiGroup: rbac, kind: 'Role', name: 'Writer' }, subjects: [{ apiGroup: rbac, kind: 'User', name: 'limited' }] });
    await applyAs(admin, 'us', `${maps}/there`, configMap('there', { a: '1' }));
    expect((await eventually(limited, `${maps}/there`, ({ status }) => status === 200)).status).toBe(200);
    expect((await applyAs(limited, 'limited', `${maps}/there`, configMap('there', { b: '1' }))).status).toBe(200);
    expect(refusal(await applyAs(limited, 'limited', `${maps}/new`, configMap('new', {})))).toMatchObject({ status: 403, message: `configmaps "new" is forbidden: User "limited" cannot create resource "configmaps" in API group "" in the namespace "${namespace}"` });

    const rulesReview = await call(limited, 'POST', `${reviews}/selfsubjectrulesreviews`, { body: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } } });
    expect(rulesReview.status).toBe(201);
    expect(objectAt(rulesReview.body, 'status')).toMatchObject({ incomplete: false, resourceRules: expect.arrayContaining([{ verbs: ['get', 'patch'], apiGroups: [''], resources: ['configmaps'] }]) });
    for (const [verb, allowed] of [['patch', true], ['delete', false]] as const) {
      const review = await call(limited, 'POST', `${reviews}/selfsubjectaccessreviews`, { body: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes: { namespace, verb, resource: 'configmaps' } } } });
      expect(objectAt(review.body, 'status')).toMatchObject({ allowed });
    }
  });
}
