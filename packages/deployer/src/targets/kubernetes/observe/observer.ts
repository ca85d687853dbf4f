import type { ObjectKey } from '../../../objects/index.ts';
import type { Readiness } from '../../target.ts';
import type { Cluster } from '../context.ts';
import { type Scope, scopeName } from '../kinds.ts';
import type { KubernetesObject } from '../transport/index.ts';
import { type Collection, openCollection } from './collection.ts';
import { hasPods, podsOf } from './pods.ts';
import { waitGone } from './wait-gone.ts';
import { waitReady } from './wait-ready.ts';

/** Watches what a run has written: one list and one watch per kind and namespace, however many objects. */
export interface Observer {
  ready(key: ObjectKey, scope: Scope, reply: KubernetesObject | undefined, signal: AbortSignal): Promise<Readiness>;
  /** Until the object with this uid is gone; false when its time is up. */
  gone(key: ObjectKey, scope: Scope, uid: string, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

/** How long one object may take, unless told. Milliseconds. */
const usualMs = { ready: 10 * 60_000, gone: 2 * 60_000 };

/** @param timeoutMs how long one object may take, to become ready or to be gone */
export function openObserver(cluster: Cluster, timeoutMs?: number): Observer {
  const { api, clock } = cluster;
  const end = new AbortController();
  const collections = new Map<string, Collection>();
  const collectionOf = (scope: Scope): Collection => {
    const name = scopeName(scope);
    const open = collections.get(name) ?? openCollection(cluster, scope, end.signal);
    collections.set(name, open);
    return open;
  };

  return {
    async ready(key, scope, reply, signal) {
      const collection = collectionOf(scope);
      if (reply !== undefined) collection.note(reply);
      const explained = reply === undefined || hasPods(reply);
      return await waitReady({ key, collection, clock, timeoutMs: timeoutMs ?? usualMs.ready, signal, ...(explained ? { pods: async (workload) => (hasPods(workload) ? await podsOf(api, workload) : []) } : {}) });
    },
    gone: async (key, scope, uid, signal) => await waitGone({ key, uid, collection: collectionOf(scope), clock, timeoutMs: timeoutMs ?? usualMs.gone, signal }),
    close: () => end.abort(),
  };
}
