import { difference, intersection, isEmpty, leaf, node } from '../fields/field-set.ts';
import { fieldElement } from '../fields/path-element.ts';
import { apiVersionOf } from '../kinds.ts';
import { type JsonObject, type StoredObject, objectAt } from '../object.ts';
import { managerId, ownersOf } from '../ownership/managers.ts';
import { update, withOwners } from '../ownership/update.ts';
import { type Cluster, type WriteRequest, fieldManager, isDryRun } from './cluster.ts';
import { commit } from './commit.ts';

const replicasSet = node(false, [[fieldElement('spec'), node(false, [[fieldElement('replicas'), leaf]])]]);

/** The scale of a workload, as autoscalers read it. */
export function readScale({ metadata: { name, namespace, uid, resourceVersion, creationTimestamp }, spec, status }: StoredObject): JsonObject {
  const replicas = objectAt(spec)['replicas'] ?? 1;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    // None at all is written as nothing.
    spec: replicas === 0 ? {} : { replicas },
    status: { replicas: objectAt(status)['replicas'] ?? 0 },
  };
}

/** Sets the replicas of a workload on behalf of who writes its scale. */
export function writeScale(cluster: Cluster, request: WriteRequest, live: StoredObject, scale: JsonObject): JsonObject {
  const { kind } = request.route;
  const replicas = objectAt(scale, 'spec')['replicas'] ?? 0;
  const sent = { ...live, spec: { ...objectAt(live, 'spec'), replicas } };
  const manager = { name: fieldManager(request), operation: 'Update' as const, apiVersion: apiVersionOf(kind), subresource: 'scale' };
  // None at all is written as nothing, and what nobody owned is not tracked.
  const isTracked = replicas !== 0 && [...ownersOf(live.metadata).values()].some(({ set }) => !isEmpty(intersection(set, replicasSet)));
  const updated = update(live, sent, kind.schema, manager, cluster.now());
  return readScale(commit(cluster, kind, live, isTracked ? updated : disowned(updated, managerId(manager)), isDryRun(request.query)));
}

function disowned(object: JsonObject, id: string): JsonObject {
  const owners = [...ownersOf(objectAt(object, 'metadata'))].map(([owner, ownership]) => [owner, owner === id ? { ...ownership, set: difference(ownership.set, replicasSet) } : ownership] as const);
  return withOwners(object, new Map(owners));
}
