import type { JsonObject, StoredObject } from './object.ts';
import { statusObject } from './failure.ts';
import { apiVersionOf, resourceKey } from './kinds.ts';
import { represented, wantsMetadata } from './representation.ts';
import type { ResourceRoute } from './route.ts';
import { selection } from './selectors.ts';
import type { Store, StoreEvent } from './store.ts';

/** Where the events of one watch go. `end` ends the answer. */
export interface WatchSink {
  send(event: JsonObject): void;
  end(): void;
}

/** Open watches: what tests need to break them. */
export interface Watches {
  /** Serves one watch until `stop`, the client or its time ends it. */
  open(route: ResourceRoute, query: URLSearchParams, accept: string, sink: WatchSink): () => void;
  /** Number of watches that are open. */
  readonly count: () => number;
  /** Ends every open watch, as a restarting server does. */
  endAll(): void;
  /** Sends a bookmark to every watch that asked for them. */
  bookmark(): void;
}

export function createWatches(store: Store): Watches {
  const opened = new Map<WatchSink, { readonly bookmark: () => void; readonly stop: () => void }>();
  return {
    count: () => opened.size,
    endAll: () => [...opened].forEach(([sink, { stop }]) => {
      stop();
      sink.end();
    }),
    bookmark: () => [...opened.values()].forEach(({ bookmark }) => bookmark()),
    open(route, query, accept, sink) {
      const matches = selection(query);
      const isOurs = ({ key, object }: StoreEvent): boolean => key === resourceKey(route.kind) && (route.namespace === undefined || object.metadata.namespace === route.namespace);
      const send = (event: StoreEvent): void => {
        const change = isOurs(event) ? changeOf(event, matches) : undefined;
        if (change !== undefined) sink.send({ type: change.type, object: represented(change.object, accept) });
      };
      const from = query.get('resourceVersion') ?? '';
      const missed = from === '' || from === '0' ? [] : store.since(Number(from));
      if (missed === undefined) {
        sink.send({ type: 'ERROR', object: statusObject(410, 'Expired', `too old resource version: ${from} (${store.revision()})`) });
        sink.end();
        return () => undefined;
      }
      if (from === '' || from === '0') for (const object of store.all(route.kind, route.namespace).filter(matches)) sink.send({ type: 'ADDED', object: represented(object, accept) });
      for (const event of missed) send(event);
      const unsubscribe = store.subscribe(send);
      const seconds = Number(query.get('timeoutSeconds') ?? 1_800);
      const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
      const bookmark = (): void => {
        if (wantsBookmarks) sink.send({ type: 'BOOKMARK', object: bookmarkOf(route, accept, store.revision()) });
      };
      const timer = setTimeout(() => {
        stop();
        bookmark();
        sink.end();
      }, seconds * 1_000);
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
        opened.delete(sink);
      };
      opened.set(sink, { bookmark, stop });
      return stop;
    },
  };
}

/** What a change looks like through a selector: an object that begins to match is new, one that no longer does is gone. */
function changeOf({ object, before, deleted }: StoreEvent, matches: (object: StoredObject) => boolean): { readonly type: string; readonly object: StoredObject } | undefined {
  const [did, does] = [before !== undefined && matches(before), !deleted && matches(object)];
  if (does) return { type: did ? 'MODIFIED' : 'ADDED', object };
  return did ? { type: 'DELETED', object } : undefined;
}

function bookmarkOf({ kind }: ResourceRoute, accept: string, revision: number): JsonObject {
  const metadata = { resourceVersion: String(revision), creationTimestamp: null };
  return wantsMetadata(accept) ? { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata } : { kind: kind.kind, apiVersion: apiVersionOf(kind), metadata };
}
