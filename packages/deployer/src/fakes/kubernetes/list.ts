import { Failure } from './failure.ts';
import type { JsonObject, StoredObject } from './object.ts';
import { representedList } from './representation.ts';
import type { ResourceRoute } from './route.ts';
import { selection } from './selectors.ts';
import type { Store } from './store.ts';

interface Snapshot {
  readonly epoch: number;
  readonly revision: number;
  readonly items: readonly StoredObject[];
}

/** Lists whose next page can be asked for; older ones have expired. */
const keptLists = 100;

/** Answers LIST requests page by page: every page of one list shows the same moment, until the history is compacted. */
export function createLister(store: Store): (route: ResourceRoute, query: URLSearchParams, accept: string) => JsonObject {
  const snapshots = new Map<string, Snapshot>();
  let lists = 0;
  const keep = (snapshot: Snapshot): string => {
    lists += 1;
    snapshots.set(String(lists), snapshot);
    snapshots.delete(String(lists - keptLists));
    return String(lists);
  };
  return ({ kind, namespace }, query, accept) => {
    const limit = Number(query.get('limit') ?? 0);
    const token = query.get('continue') ?? '';
    const [id, start] = token === '' ? ['', 0] : readToken(token);
    const kept = token === '' ? undefined : snapshots.get(id);
    if (token !== '' && (kept === undefined || kept.epoch !== store.epoch())) throw expired();
    const snapshot = kept ?? { epoch: store.epoch(), revision: store.revision(), items: store.all(kind, namespace).filter(selection(query)) };
    const end = limit > 0 ? start + limit : snapshot.items.length;
    const more = end < snapshot.items.length;
    const selected = query.has('labelSelector') || query.has('fieldSelector');
    const metadata = {
      resourceVersion: String(snapshot.revision),
      ...(more ? { continue: writeToken(token === '' ? keep(snapshot) : id, end), ...(selected ? {} : { remainingItemCount: snapshot.items.length - end }) } : {}),
    };
    return representedList(snapshot.items.slice(start, end), kind, accept, metadata);
  };
}

function writeToken(id: string, start: number): string {
  return Buffer.from(JSON.stringify([id, start])).toString('base64url');
}

function readToken(token: string): readonly [string, number] {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [string, number];
  } catch {
    throw new Failure(400, 'BadRequest', 'invalid continue token: continue key is not valid: it does not hold a position');
  }
}

function expired(): Failure {
  return new Failure(410, 'Expired', 'The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.');
}
