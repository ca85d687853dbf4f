import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import type { InventoryEntry } from '../inventory/index.ts';
import { type Reach, reachOf } from '../kinds.ts';
import type { Live } from '../live/members.ts';
import { type LiveState, readLive } from '../live/read-live.ts';
import type { Discovery } from '../transport/index.ts';
import { readRecords, type Records } from './records.ts';

/** Everything that a plan is made from, before a single dry run. */
export interface Facts {
  readonly placed: readonly PlacedObject[];
  readonly discovery: Discovery;
  readonly records: Records;
  readonly entries: ReadonlyMap<ObjectKey, InventoryEntry>;
  readonly reach: ReadonlyMap<ObjectKey, Reach>;
  readonly live: LiveState;
}

/** Reads in bulk: what the server serves, our own records, and one list of metadata per kind and namespace. */
export async function gatherFacts(cluster: Cluster, placed: readonly PlacedObject[], signal: AbortSignal | undefined): Promise<Facts> {
  const [discovery, records] = await Promise.all([cluster.api.discover(), readRecords(cluster)]);
  const reach = reachOf(placed, discovery);
  const live = await readLive(cluster, { placed, reach, entries: records.entries, discovery, ...(signal === undefined ? {} : { signal }) });
  return { placed, discovery, records, entries: new Map(records.entries.map((entry) => [entry.key, entry])), reach, live };
}

/** What is there under a key, with our label or without. */
export function liveAt({ live }: Facts, key: ObjectKey): Live | undefined {
  return live.members.get(key) ?? live.strangers.get(key);
}
