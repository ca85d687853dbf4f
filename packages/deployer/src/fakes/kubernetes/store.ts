import { randomUUID } from 'node:crypto';
import { type ServedKind, resourceKey } from './kinds.ts';
import type { JsonObject, Metadata, StoredObject } from './object.ts';

/** One change, as watchers see it. `before` is what the object was. */
export interface StoreEvent {
  readonly revision: number;
  readonly key: string;
  readonly object: StoredObject;
  readonly before?: StoredObject;
  readonly deleted: boolean;
}

type Place = Pick<ServedKind, 'group' | 'plural'>;
type Named = { readonly namespace?: string; readonly name: string };

/** Objects and their history under one counter of revisions, as etcd has it. */
export interface Store {
  readonly revision: () => number;
  get(kind: Place, at: Named): StoredObject | undefined;
  /** All objects of a resource by namespace and name, in the order of their keys. */
  all(kind: Place, namespace?: string): readonly StoredObject[];
  /** Stores an object under a new revision; a new one also gets a uid and its time of birth. */
  put(kind: Place, object: JsonObject & { readonly metadata: JsonObject }): StoredObject;
  delete(kind: Place, at: Named): void;
  /** Changes after a revision; undefined when they are no longer known. */
  since(revision: number): readonly StoreEvent[] | undefined;
  /** Forgets the history: what asks for it is answered 410. */
  compact(): void;
  /** Number of compactions so far: a page of a list is only good for its own. */
  readonly epoch: () => number;
  subscribe(listener: (event: StoreEvent) => void): () => void;
}

const placeOf = ({ namespace, name }: Named): string => `${namespace ?? ''}/${name}`;

export function createStore(now: () => string): Store {
  const objects = new Map<string, Map<string, StoredObject>>();
  const sortedKeys = new Map<string, readonly string[]>();
  const listeners = new Set<(event: StoreEvent) => void>();
  let history: StoreEvent[] = [];
  let [revision, compacted, epoch] = [1, 1, 0];

  const table = (kind: Place): Map<string, StoredObject> => {
    const key = resourceKey(kind);
    const found = objects.get(key) ?? new Map<string, StoredObject>();
    objects.set(key, found);
    return found;
  };
  const emit = (event: StoreEvent): void => {
    history.push(event);
    if (history.length > 100_000) {
      history = history.slice(50_000);
      compacted = history[0]?.revision ?? revision;
    }
    for (const listener of listeners) listener(event);
  };
  const keysOf = (kind: Place): readonly string[] => {
    const key = resourceKey(kind);
    const kept = sortedKeys.get(key) ?? [...table(kind).keys()].sort();
    sortedKeys.set(key, kept);
    return kept;
  };

  return {
    revision: () => revision,
    epoch: () => epoch,
    get: (kind, at) => table(kind).get(placeOf(at)),
    all(kind, namespace) {
      const found = table(kind);
      const keys = namespace === undefined ? keysOf(kind) : keysOf(kind).filter((key) => key.startsWith(`${namespace}/`));
      return keys.flatMap((key) => found.get(key) ?? []);
    },
    put(kind, object) {
      const metadata = object.metadata as Metadata;
      const place = placeOf(metadata);
      const before = table(kind).get(place);
      if (before === undefined) sortedKeys.delete(resourceKey(kind));
      revision += 1;
      const identity = before === undefined ? { uid: metadata.uid ?? randomUUID(), creationTimestamp: metadata.creationTimestamp ?? now() } : {};
      const stored = { ...object, metadata: { ...metadata, ...identity, resourceVersion: String(revision) } } as StoredObject;
      table(kind).set(place, stored);
      emit({ revision, key: resourceKey(kind), object: stored, ...(before === undefined ? {} : { before }), deleted: false });
      return stored;
    },
    delete(kind, at) {
      const before = table(kind).get(placeOf(at));
      if (before === undefined) return;
      table(kind).delete(placeOf(at));
      sortedKeys.delete(resourceKey(kind));
      revision += 1;
      const object = { ...before, metadata: { ...before.metadata, resourceVersion: String(revision) } };
      emit({ revision, key: resourceKey(kind), object, before, deleted: true });
    },
    since: (from) => (from < compacted ? undefined : history.filter((event) => event.revision > from)),
    compact() {
      history = [];
      revision += 1;
      compacted = revision;
      epoch += 1;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
