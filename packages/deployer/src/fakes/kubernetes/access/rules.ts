import { Failure, forbidden } from '../failure.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import type { Store } from '../store.ts';

/** Who sends a request. Members of `system:masters` may do everything. */
export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

/** What a request does to what. `resource` may have a subresource: `deployments/scale`. */
export interface Attributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** One rule of a Role, without the fields that only paths use. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
}

const rbac = 'rbac.authorization.k8s.io';
/** What everybody who is known may do. */
const basic: PolicyRule = { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'] };
const everything: PolicyRule = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };

export function isMaster({ groups }: User): boolean {
  return groups.includes('system:masters');
}

/** The rules that hold for a user in a namespace, or cluster-wide without one, from the RBAC objects of the store. */
export function rulesOf(store: Store, user: User, namespace?: string): readonly PolicyRule[] {
  if (isMaster(user)) return [everything];
  const bindings = [...store.all({ group: rbac, plural: 'clusterrolebindings' }), ...(namespace === undefined ? [] : store.all({ group: rbac, plural: 'rolebindings' }, namespace))];
  const granted = bindings.filter((binding) => binds(binding, user)).flatMap((binding) => {
    const { kind, name } = objectAt(binding, 'roleRef');
    const at = kind === 'ClusterRole' ? { name: String(name) } : { name: String(name), ...(namespace === undefined ? {} : { namespace }) };
    const role = store.get({ group: rbac, plural: kind === 'ClusterRole' ? 'clusterroles' : 'roles' }, at);
    return (role?.['rules'] ?? []) as unknown as readonly PolicyRule[];
  });
  return [basic, ...granted];
}

export function isAllowed(store: Store, user: User, attributes: Attributes): boolean {
  return rulesOf(store, user, attributes.namespace).some((rule) => covers(rule, attributes));
}

/** @throws Failure 403 in the server's words. */
export function authorise(store: Store, user: User, attributes: Attributes): void {
  if (isAllowed(store, user, attributes)) return;
  const { verb, group, resource, name = '', namespace } = attributes;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  throw forbidden({ group, plural: resource.split('/')[0] ?? resource, kind: '', name }, `User "${user.name}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`);
}

export function unauthorised(): Failure {
  return new Failure(401, 'Unauthorized', 'Unauthorized');
}

function binds(binding: JsonObject, user: User): boolean {
  const subjects = Array.isArray(binding['subjects']) ? binding['subjects'].filter(isObject) : [];
  return subjects.some(({ kind, name, namespace }) =>
    kind === 'Group' ? user.groups.includes(String(name)) : (kind === 'ServiceAccount' ? `system:serviceaccount:${String(namespace)}:${String(name)}` : name) === user.name,
  );
}

function covers({ verbs, apiGroups, resources, resourceNames }: PolicyRule, { verb, group, resource, name }: Attributes): boolean {
  const has = (list: readonly string[], wanted: string): boolean => list.includes('*') || list.includes(wanted);
  const named = resourceNames === undefined || resourceNames.length === 0 || name !== undefined && resourceNames.includes(name);
  return has(verbs, verb) && has(apiGroups, group) && (has(resources, resource) || resources.includes(`*/${resource.split('/')[1] ?? ''}`)) && named;
}
