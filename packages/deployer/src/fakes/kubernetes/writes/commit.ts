import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { withDefaults } from '../defaults.ts';
import { conflict, forbidden, invalid, notFound } from '../failure.ts';
import type { ServedKind } from '../kinds.ts';
import { type JsonObject, type Metadata, type StoredObject, objectAt, without } from '../object.ts';
import { customErrors } from '../validation/custom.ts';
import { invalidFields } from '../validation/fields.ts';
import { missingKeys } from '../validation/missing-keys.ts';
import { immutableChanges } from '../validation/immutable.ts';
import { kept } from '../validation/kept.ts';
import { type Cluster, subjectOf } from './cluster.ts';

/**
 * The last step of every write: admits, validates and stores. An update that changes nothing writes nothing; one that
 * takes the last finalizer off an object that is being deleted deletes it.
 */
export function commit(cluster: Cluster, kind: ServedKind, live: StoredObject | undefined, sent: JsonObject, dryRun: boolean): StoredObject {
  const metadata = { ...objectAt(sent, 'metadata'), ...systemMetadata(live, cluster) };
  const name = String(metadata['name'] ?? '');
  const subject = subjectOf(kind, name);
  const object = kept(withDefaults({ ...sent, metadata }, kind, cluster.store.revision()), kind) as JsonObject & { readonly metadata: Metadata };
  if (live === undefined && kind.namespaced) admit(cluster, kind, String(metadata['namespace']), name);
  const wanted = objectAt(sent, 'metadata')['resourceVersion'];
  if (live !== undefined && typeof wanted === 'string' && wanted !== '' && wanted !== '0' && wanted !== live.metadata.resourceVersion) {
    throw conflict(subject, 'the object has been modified; please apply your changes to the latest version and try again');
  }
  const causes = [...invalidFields(object, kind), ...missingKeys(object, kind.schema), ...(kind.validation === undefined ? [] : customErrors(object, kind.validation)), ...(live === undefined ? [] : immutableChanges(live, object, kind))];
  if (causes.length > 0) throw invalid(subject, causes);

  const ready = { ...object, metadata: { ...object.metadata, ...generation(kind, live, object) } };
  if (live !== undefined && isDeepStrictEqual(withoutTimes(ready), withoutTimes(live))) return live;
  if (dryRun) return ready as StoredObject;
  if (live?.metadata.deletionTimestamp !== undefined && (ready.metadata.finalizers ?? []).length === 0 && objectAt(ready, 'spec')['finalizers'] === undefined) {
    cluster.store.delete(kind, live.metadata);
    return ready as StoredObject;
  }
  return cluster.store.put(kind, ready);
}

/** Times of ownership are no change: without anything else a write writes nothing. */
function withoutTimes(object: JsonObject): JsonObject {
  const { managedFields = [] } = objectAt(object, 'metadata') as { readonly managedFields?: readonly JsonObject[] };
  return { ...object, metadata: { ...objectAt(object, 'metadata'), managedFields: managedFields.map((entry) => without(entry, 'time')) } };
}

function systemMetadata(live: StoredObject | undefined, cluster: Cluster): JsonObject {
  if (live === undefined) return { resourceVersion: undefined, uid: randomUUID(), creationTimestamp: cluster.now(), generation: undefined, deletionTimestamp: undefined };
  const { resourceVersion, uid, creationTimestamp, generation: kept, deletionTimestamp, deletionGracePeriodSeconds } = live.metadata;
  return { resourceVersion, uid, creationTimestamp, generation: kept, deletionTimestamp, deletionGracePeriodSeconds };
}

function admit({ store }: Cluster, kind: ServedKind, namespace: string, name: string): void {
  const found = store.get({ group: '', plural: 'namespaces' }, { name: namespace });
  if (found === undefined) throw notFound({ group: '', plural: 'namespaces', kind: 'Namespace', name: namespace });
  if (found.metadata.deletionTimestamp === undefined) return;
  throw forbidden(subjectOf(kind, name), `unable to create new content in namespace ${namespace} because it is being terminated`, [
    { reason: 'NamespaceTerminating', message: `namespace ${namespace} is being terminated`, field: 'metadata.namespace' },
  ]);
}

const counted = new Set(['apps', 'batch', 'networking.k8s.io', 'policy', 'admissionregistration.k8s.io', 'apiextensions.k8s.io', 'scheduling.k8s.io', 'autoscaling']);

function generation(kind: ServedKind, live: StoredObject | undefined, object: JsonObject): { readonly generation?: number } {
  if (!kind.custom && !counted.has(kind.group) && kind.kind !== 'Pod') return {};
  if (live === undefined) return { generation: 1 };
  const content = (value: JsonObject): JsonObject => without(value, 'metadata', 'status', 'apiVersion', 'kind');
  const before = live.metadata.generation ?? 1;
  return { generation: isDeepStrictEqual(content(live), content(object)) ? before : before + 1 };
}
