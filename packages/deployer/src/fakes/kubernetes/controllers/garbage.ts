import type { ServedKind } from '../kinds.ts';
import { type StoredObject, isObject } from '../object.ts';
import type { Cluster } from '../writes/cluster.ts';

/** Deletes what is in a namespace that is being deleted, and the namespace once it is empty. */
export function emptyNamespace({ store, registry, now }: Cluster, { metadata: { name } }: StoredObject): void {
  const namespaces = { group: '', plural: 'namespaces' };
  const remains = registry.kinds().filter(({ namespaced }) => namespaced).flatMap((kind) => store.all(kind, name).map((object) => ({ kind, object })));
  for (const { kind, object } of remains) remove(store, kind, object, now());
  const left = registry.kinds().some((kind) => kind.namespaced && store.all(kind, name).length > 0);
  if (!left && store.get(namespaces, { name })?.metadata.deletionTimestamp !== undefined) store.delete(namespaces, { name });
}

/**
 * Finishes a deletion: takes the finalizers of the propagation policies off, deletes the dependents of an owner that is
 * gone (orphans keep living), and a namespace that waited for its last object.
 */
export function collectGarbage(cluster: Cluster, kind: ServedKind, owner: StoredObject): void {
  const { store, registry, now } = cluster;
  const { uid, namespace, name, finalizers = [] } = owner.metadata;
  const isOrphaning = finalizers.includes('orphan');
  for (const dependentKind of registry.kinds()) {
    for (const dependent of store.all(dependentKind, namespace)) {
      const references = dependent.metadata.ownerReferences ?? [];
      if (!references.some((reference) => isObject(reference) && reference['uid'] === uid)) continue;
      const others = references.filter((reference) => reference['uid'] !== uid);
      if (isOrphaning || others.length > 0) store.put(dependentKind, { ...dependent, metadata: { ...dependent.metadata, ownerReferences: others } });
      else remove(store, dependentKind, dependent, now());
    }
  }
  const at = { name, ...(namespace === undefined ? {} : { namespace }) };
  const live = store.get(kind, at);
  if (live?.metadata.uid === uid && live.metadata.deletionTimestamp !== undefined) {
    const rest = (live.metadata.finalizers ?? []).filter((finalizer) => finalizer !== 'foregroundDeletion' && finalizer !== 'orphan');
    if (rest.length === 0) store.delete(kind, at);
    else store.put(kind, { ...live, metadata: { ...live.metadata, finalizers: rest } });
  }
  const place = namespace === undefined ? undefined : store.get({ group: '', plural: 'namespaces' }, { name: namespace });
  if (place?.metadata.deletionTimestamp !== undefined) emptyNamespace(cluster, place);
}

function remove(store: Cluster['store'], kind: ServedKind, object: StoredObject, now: string): void {
  const { metadata } = object;
  if ((metadata.finalizers ?? []).length === 0) store.delete(kind, metadata);
  else if (metadata.deletionTimestamp === undefined) store.put(kind, { ...object, metadata: { ...metadata, deletionTimestamp: now, deletionGracePeriodSeconds: 0 } });
}
