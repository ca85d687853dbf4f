import { Failure, notFound } from '../failure.ts';
import type { ServedKind } from '../kinds.ts';
import { type JsonObject, type StoredObject, objectAt } from '../object.ts';
import { type Cluster, type WriteRequest, type Written, isDryRun, parsed, subjectOf } from './cluster.ts';

/** DELETE of one object. What has finalizers, and a namespace, stays until they are gone. */
export function deleteObject(cluster: Cluster, request: WriteRequest): Written {
  const { route: { kind, namespace, name = '' }, query } = request;
  const at = { ...(namespace === undefined ? {} : { namespace }), name };
  const live = cluster.store.get(kind, at);
  if (live === undefined) throw notFound(subjectOf(kind, name));
  const options = request.body === '' ? {} : parsed(request.body);
  checkPreconditions(live, objectAt(options, 'preconditions'), kind);
  const finalizers = finalizersOf(live, String(options['propagationPolicy'] ?? query.get('propagationPolicy') ?? 'Background'));
  const isNamespace = kind.group === '' && kind.kind === 'Namespace';
  if (finalizers.length === 0 && !isNamespace) {
    if (!isDryRun(query)) cluster.store.delete(kind, at);
    return { code: 200, object: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details: { name, ...(kind.group === '' ? {} : { group: kind.group }), kind: kind.plural, uid: live.metadata.uid } } };
  }
  if (live.metadata.deletionTimestamp !== undefined) return { code: 200, object: live };
  const dying: StoredObject = {
    ...live,
    ...(isNamespace ? { status: { ...objectAt(live, 'status'), phase: 'Terminating' } } : {}),
    metadata: { ...live.metadata, deletionTimestamp: cluster.now(), ...(isNamespace ? {} : { deletionGracePeriodSeconds: 0 }), ...(finalizers.length > 0 ? { finalizers } : {}) },
  };
  return { code: 200, object: isDryRun(query) ? dying : cluster.store.put(kind, dying) };
}

function finalizersOf({ metadata }: StoredObject, policy: string): readonly string[] {
  const own = metadata.finalizers ?? [];
  if (policy === 'Foreground') return [...own, 'foregroundDeletion'];
  return policy === 'Orphan' ? [...own, 'orphan'] : own;
}

function checkPreconditions({ metadata }: StoredObject, { uid, resourceVersion }: JsonObject, { kind, group }: ServedKind): void {
  const refuse = (what: string, wanted: unknown, is: string): never => {
    throw new Failure(409, 'Conflict', `Operation cannot be fulfilled on ${group === '' ? kind : `${kind}.${group}`} "${metadata.name}": the ${what} in the precondition (${String(wanted)}) does not match the ${what} in record (${is}). The object might have been deleted and then recreated`, {
      name: metadata.name,
      ...(group === '' ? {} : { group }),
      kind,
    });
  };
  if (typeof uid === 'string' && uid !== metadata.uid) refuse('UID', uid, metadata.uid);
  if (typeof resourceVersion === 'string' && resourceVersion !== metadata.resourceVersion) refuse('ResourceVersion', resourceVersion, metadata.resourceVersion);
}
