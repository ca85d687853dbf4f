import { listAt, textAt } from '../fields.ts';
import { objectKey, type ObjectKey } from '../object-key.ts';
import { podReferences, podTemplate } from '../workload.ts';
import type { Known, KnownObjects } from './known-objects.ts';

const rbac = 'rbac.authorization.k8s.io';

/** Role and ServiceAccount -> the binding of the two. */
export function boundBy({ draft: { object } }: Known, known: KnownObjects): readonly ObjectKey[] {
  if (object.kind !== 'RoleBinding' && object.kind !== 'ClusterRoleBinding') return [];
  const role = textAt(object, 'roleRef', 'name');
  const kind = textAt(object, 'roleRef', 'kind') ?? 'Role';
  return [
    ...(role === undefined ? [] : known.named(rbac, kind, kind === 'Role' ? object.metadata.namespace : undefined, [role])),
    ...accountsOf(object).filter((key) => known.has(key)),
  ];
}

/** ServiceAccount, and every binding of it -> the workload that runs under it. */
export function accountOf({ draft: { object } }: Known, known: KnownObjects): readonly ObjectKey[] {
  if (podTemplate(object) === undefined) return [];
  const { serviceAccount } = podReferences(object);
  const { namespace } = object.metadata;
  if (serviceAccount === undefined || namespace === undefined) return [];
  const key = accountKey(namespace, serviceAccount);
  const bindings = [...known.ofKind(rbac, 'RoleBinding'), ...known.ofKind(rbac, 'ClusterRoleBinding')];
  return [...(known.has(key) ? [key] : []), ...bindings.filter(({ draft }) => accountsOf(draft.object).includes(key)).map((binding) => binding.key)];
}

function accountsOf(binding: Known['draft']['object']): readonly ObjectKey[] {
  return listAt(binding, 'subjects').flatMap((subject) => {
    const name = textAt(subject, 'name');
    const namespace = textAt(subject, 'namespace') ?? binding.metadata.namespace;
    return textAt(subject, 'kind') !== 'ServiceAccount' || name === undefined || namespace === undefined ? [] : [accountKey(namespace, name)];
  });
}

function accountKey(namespace: string, name: string): ObjectKey {
  return objectKey({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name } });
}
