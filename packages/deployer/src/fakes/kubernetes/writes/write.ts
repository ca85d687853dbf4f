import { randomUUID } from 'node:crypto';
import { Failure, alreadyExists, badRequest, conflict, invalid, notFound } from '../failure.ts';
import { apiVersionOf } from '../kinds.ts';
import { type JsonObject, type StoredObject, objectAt, without } from '../object.ts';
import { update } from '../ownership/update.ts';
import { applyPatch } from './apply-patch.ts';
import { kept } from '../validation/kept.ts';
import { type Cluster, type WriteRequest, type Written, fieldManager, isDryRun, parsed, subjectOf } from './cluster.ts';
import { commit } from './commit.ts';
import { withIdentity } from './identity.ts';
import { jsonPatch, mergePatch } from './patches.ts';
import { readScale, writeScale } from './scale.ts';
import { decoded } from './strictness.ts';

/** POST of a new object. */
export function create(cluster: Cluster, request: WriteRequest): Written {
  const { route, query } = request;
  const body = withIdentity(parsed(request.body), route);
  const { object, warnings } = decoded(body, route.kind, query.get('fieldValidation') ?? 'Warn');
  const metadata = objectAt(object, 'metadata');
  const name = metadata['name'] ?? (typeof metadata['generateName'] === 'string' ? `${metadata['generateName']}${randomUUID().slice(0, 5)}` : undefined);
  const subject = subjectOf(route.kind, String(name ?? ''));
  if (name === undefined) throw invalid(subject, [{ reason: 'FieldValueRequired', message: 'Required value: name or generateName is required', field: 'metadata.name' }]);
  if (metadata['resourceVersion'] !== undefined && metadata['resourceVersion'] !== '') throw badRequest('resourceVersion should not be set on objects to be created');
  if (cluster.store.get(route.kind, { ...place(route.namespace), name: String(name) }) !== undefined) throw alreadyExists(subject);
  const fresh = { ...(route.kind.subresources.includes('status') ? without(object, 'status') : object), metadata: { ...metadata, name } };
  return { code: 201, object: commit(cluster, route.kind, undefined, owned(cluster, request, undefined, fresh), isDryRun(query)), warnings };
}

/** PUT of a whole object. A Lease that is not there is created, as the server does. */
export function replace(cluster: Cluster, request: WriteRequest): Written {
  const { route, query } = request;
  const live = cluster.store.get(route.kind, { ...place(route.namespace), name: route.name ?? '' });
  if (route.subresource === 'scale') return { code: 200, object: writeScale(cluster, request, found(live, request), parsed(request.body)) };
  if (live === undefined && route.kind.kind === 'Lease') return create(cluster, request);
  const body = withIdentity(parsed(request.body), route);
  const current = found(live, request);
  const { object, warnings } = decoded(body, route.kind, query.get('fieldValidation') ?? 'Warn');
  if ((route.kind.kind === 'Lease' || route.kind.custom) && (objectAt(object, 'metadata')['resourceVersion'] ?? '') === '') {
    throw invalid({ ...subjectOf(route.kind, route.name ?? ''), kind: route.kind.plural }, [{ reason: 'FieldValueInvalid', message: 'Invalid value: 0: must be specified for an update', field: 'metadata.resourceVersion' }]);
  }
  return { code: 200, object: store(cluster, request, current, object), warnings };
}

/** PATCH of any kind but a strategic merge, which this project never sends. */
export function patch(cluster: Cluster, request: WriteRequest): Written {
  const { route, query } = request;
  if (request.contentType.startsWith('application/apply-patch+yaml')) return applyPatch(cluster, request);
  const current = found(cluster.store.get(route.kind, { ...place(route.namespace), name: route.name ?? '' }), request);
  const change = patchOf(request);
  if (route.subresource === 'scale') return { code: 200, object: writeScale(cluster, request, current, change(readScale(current))) };
  const { object, warnings } = decoded(withIdentity(change(current), route), route.kind, query.get('fieldValidation') ?? 'Warn');
  return { code: 200, object: store(cluster, request, current, object), warnings };
}

function patchOf({ contentType, body }: WriteRequest): (object: JsonObject) => JsonObject {
  if (contentType.startsWith('application/merge-patch+json')) return (object) => mergePatch(object, parsed(body)) as JsonObject;
  if (contentType.startsWith('application/json-patch+json')) return (object) => jsonPatch(object, body);
  throw new Failure(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});
}

function store(cluster: Cluster, request: WriteRequest, live: StoredObject, sent: JsonObject): StoredObject {
  const { kind, subresource } = request.route;
  if (objectAt(sent, 'metadata')['uid'] !== undefined && objectAt(sent, 'metadata')['uid'] !== live.metadata.uid) {
    throw conflict(
      subjectOf(kind, live.metadata.name),
      `StorageError: invalid object, Code: 4, Key: /registry/${kind.plural}/${live.metadata.namespace ?? ''}/${live.metadata.name}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${String(objectAt(sent, 'metadata')['uid'])}, UID in object meta: ${live.metadata.uid}`,
    );
  }
  const resourceVersion = objectAt(sent, 'metadata')['resourceVersion'];
  const whole = subresource === 'status' ? { ...live, metadata: { ...live.metadata, resourceVersion }, status: sent['status'] } : { ...sent, ...(kind.subresources.includes('status') ? { status: live['status'] } : {}) };
  return commit(cluster, kind, live, owned(cluster, request, live, JSON.parse(JSON.stringify(whole)) as JsonObject), isDryRun(request.query));
}

function owned(cluster: Cluster, request: WriteRequest, live: StoredObject | undefined, sent: JsonObject): JsonObject {
  const { kind, subresource } = request.route;
  const manager = { name: fieldManager(request), operation: 'Update' as const, apiVersion: apiVersionOf(kind), ...(subresource === undefined ? {} : { subresource }) };
  return update(live, kept(sent, kind), kind.schema, manager, cluster.now());
}

function found(live: StoredObject | undefined, { route }: WriteRequest): StoredObject {
  if (live === undefined) throw notFound(subjectOf(route.kind, route.name ?? ''));
  return live;
}

function place(namespace: string | undefined): { readonly namespace?: string } {
  return namespace === undefined ? {} : { namespace };
}
