import { type ServedKind, apiVersionOf, resourceKey } from '../kinds.ts';
import { type JsonObject, type StoredObject, objectAt } from '../object.ts';
import { isEstablished } from '../registry.ts';
import type { StoreEvent } from '../store.ts';
import { update } from '../ownership/update.ts';
import type { Cluster } from '../writes/cluster.ts';
import { establishedStatus } from './definitions.ts';
import { collectGarbage, emptyNamespace } from './garbage.ts';
import { readyStatus } from './ready-status.ts';

/** When a controller acts: after so many milliseconds, or only when a test says so. */
export type Pace = number | 'manual';

export interface ControllerOptions {
  /** Workloads, claims and Jobs become ready. */
  readonly workloads: Pace;
  /** CustomResourceDefinitions become established. */
  readonly definitions: Pace;
  /** What a deleted namespace or owner leaves behind goes. */
  readonly deletions: Pace;
}

/** What a control plane does by itself after a write. */
export interface Controllers {
  /** Makes one object ready now, whatever the pace. */
  makeReady(kind: string, name: string, namespace?: string): void;
  /** Sets the status of an object, as the controller of its kind does. */
  setStatus(kind: string, name: string, namespace: string | undefined, status: JsonObject): void;
  /** Does everything that is waiting for its time or for a test. */
  settle(): void;
  stop(): void;
}

export function startControllers(cluster: Cluster, pace: ControllerOptions): Controllers {
  const waiting = new Map<() => void, NodeJS.Timeout | undefined>();
  const later = (when: Pace, work: () => void): void => {
    const run = (): void => {
      waiting.delete(run);
      work();
    };
    waiting.set(run, when === 'manual' ? undefined : setTimeout(run, when));
  };
  const settle = (): void => {
    // Work makes work: a ready workload is a write, and a write may have something to follow.
    for (let round = 0; round < 20 && waiting.size > 0; round += 1) {
      for (const [run, timer] of Array.from(waiting)) {
        clearTimeout(timer);
        run();
      }
    }
  };
  const byKey = ({ key, object }: StoreEvent): ServedKind | undefined => cluster.registry.kinds().find((kind) => resourceKey(kind) === key && apiVersionOf(kind) === object.apiVersion);
  const current = (kind: ServedKind, { metadata: { name, namespace } }: StoredObject): StoredObject | undefined => cluster.store.get(kind, { name, ...(namespace === undefined ? {} : { namespace }) });

  const writeStatus = (kind: ServedKind, object: StoredObject, status: JsonObject | undefined): void => {
    const live = current(kind, object);
    if (live === undefined || status === undefined || JSON.stringify(live['status']) === JSON.stringify(status)) return;
    const manager = { name: 'kube-controller-manager', operation: 'Update' as const, apiVersion: apiVersionOf(kind), subresource: 'status' };
    cluster.store.put(kind, update(live, { ...live, status }, kind.schema, manager, cluster.now()) as StoredObject);
  };
  const ready = (kind: ServedKind, object: StoredObject): void => {
    const live = current(kind, object);
    if (live !== undefined) writeStatus(kind, live, readyStatus(live, cluster.now()));
  };

  const unsubscribe = cluster.store.subscribe((event) => {
    const kind = byKey(event);
    if (kind === undefined) return;
    const { object, before, deleted } = event;
    const generation = (of: StoredObject | undefined): unknown => of?.metadata.generation ?? JSON.stringify(of?.['spec']);
    if (!deleted && (before === undefined || generation(before) !== generation(object))) {
      if (kind.kind === 'CustomResourceDefinition' && !isEstablished(object)) later(pace.definitions, () => writeStatus(kind, object, establishedStatus(object, cluster.now())));
      else if (readyStatus(object, '') !== undefined) later(pace.workloads, () => ready(kind, object));
    }
    if (deleted || object.metadata.deletionTimestamp !== undefined && before?.metadata.deletionTimestamp === undefined) {
      later(pace.deletions, () => (kind.kind === 'Namespace' ? emptyNamespace(cluster, object) : collectGarbage(cluster, kind, object)));
    }
  });

  const named = (kind: string, name: string, namespace?: string): { readonly kind: ServedKind; readonly object: StoredObject } => {
    const served = cluster.registry.kinds().find((known) => known.kind === kind);
    const object = served === undefined ? undefined : cluster.store.get(served, { name, ...(namespace === undefined ? {} : { namespace }) });
    if (served === undefined || object === undefined) throw new Error(`the fake has no ${kind} ${name}`);
    return { kind: served, object };
  };

  return {
    settle,
    makeReady: (kind, name, namespace) => {
      const found = named(kind, name, namespace);
      ready(found.kind, found.object);
    },
    setStatus: (kind, name, namespace, status) => {
      const found = named(kind, name, namespace);
      writeStatus(found.kind, found.object, { ...objectAt(found.object, 'status'), ...status });
    },
    stop: () => {
      unsubscribe();
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
