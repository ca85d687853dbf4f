import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Cluster } from '../context.ts';
import { type InventoryEntry, type RunRecord, type StoredInventory, writeInventory } from '../inventory/index.ts';
import type { Live } from '../live/members.ts';
import { liveAt } from '../plan/facts.ts';
import type { PlanMemory } from '../plan/plan-objects.ts';

/** What the inventory says during a run: first what is meant, in the end what is there. */
export interface Ledger {
  /** Old and new together, before the first write. Nothing is sent when nothing is meant to be written. */
  recordIntent(): Promise<void>;
  /** A write was sent, and whether it arrived is not known. */
  uncertain(key: ObjectKey): void;
  /** The write was refused: what was there is there still. */
  refused(key: ObjectKey): void;
  written(placed: PlacedObject, live: Pick<Live, 'uid' | 'fieldsDigest'>): void;
  /** It is as it shall be, and works. Only then does the next plan take the record's word for it. */
  ready(key: ObjectKey): void;
  removed(key: ObjectKey): void;
  /** Exactly what is known to be there, with the record of the run. Gives the inventory as it is now. */
  recordEnd(run: RunRecord): Promise<StoredInventory>;
}

interface Line {
  readonly before?: InventoryEntry;
  readonly after?: InventoryEntry;
  readonly state: 'kept' | 'meant' | 'uncertain' | 'refused' | 'written' | 'ready' | 'removed';
}

export function openLedger({ api, place }: Cluster, plan: Plan, { facts, placed }: PlanMemory): Ledger {
  const lines = new Map<ObjectKey, Line>();
  let stored: StoredInventory | undefined = facts.records.stored;

  for (const entry of facts.records.entries) lines.set(entry.key, { before: entry, state: 'kept' });
  for (const change of plan.changes) {
    if (change.to !== undefined) set(change.address as ObjectKey, { state: 'meant' });
  }
  // What an earlier run left without a full record is there as it shall be; whether it works is still to be seen.
  for (const address of plan.unsettled) {
    const object = placed.get(address);
    const live = liveAt(facts, address as ObjectKey);
    if (object !== undefined && live !== undefined) set(object.key, { after: entryOf(object, live), state: 'written' });
  }

  return {
    async recordIntent() {
      const meant = plan.changes.some((change) => change.to !== undefined);
      if (meant) stored = await write([...lines].flatMap(([key, line]) => intentOf(key, line)), facts.records.stored?.runs ?? []);
    },
    uncertain: (key) => set(key, { state: 'uncertain' }),
    refused: (key) => set(key, { state: 'refused' }),
    written: (object, live) => set(object.key, { after: entryOf(object, live), state: 'written' }),
    ready(key) {
      if (lines.get(key)?.state === 'written') set(key, { state: 'ready' });
    },
    removed: (key) => void lines.delete(key),
    async recordEnd(run) {
      stored = await write([...lines].flatMap(([key, line]) => outcomeOf(key, line)), [run, ...(stored?.runs ?? [])]);
      return stored;
    },
  };

  function set(key: ObjectKey, more: Partial<Line> & Pick<Line, 'state'>): void {
    lines.set(key, { ...lines.get(key), ...more });
  }

  async function write(entries: readonly InventoryEntry[], runs: readonly RunRecord[]): Promise<StoredInventory> {
    return await writeInventory(api, place, stored, { entries: entries.toSorted((a, b) => (a.key < b.key ? -1 : 1)), runs });
  }

  /** What will be written over loses its digests: after a kill nobody may take the old record's word for it. */
  function intentOf(key: ObjectKey, { before, state }: Line): readonly InventoryEntry[] {
    if (state === 'kept') return before === undefined ? [] : [before];
    const object = placed.get(key);
    if (object === undefined) return before === undefined ? [] : [before];
    return [{ ...bare(object), ...(before?.uid === undefined ? {} : { uid: before.uid }) }];
  }

  function outcomeOf(key: ObjectKey, { before, after, state }: Line): readonly InventoryEntry[] {
    switch (state) {
      case 'kept':
      case 'meant':
      case 'refused':
        return before === undefined ? [] : [before];
      case 'uncertain':
        return intentOf(key, { ...(before === undefined ? {} : { before }), state: 'meant' });
      case 'written':
        // It does not work yet: without its digests the next run looks at it and waits for it again.
        return after === undefined ? [] : [withoutDigests(after)];
      case 'ready':
        return after === undefined ? [] : [after];
      case 'removed':
        return [];
    }
  }
}

function entryOf(object: PlacedObject, { uid, fieldsDigest }: Pick<Live, 'uid' | 'fieldsDigest'>): InventoryEntry {
  return { ...bare(object), uid, digest: object.digest, ...(fieldsDigest === undefined ? {} : { fieldsDigest }) };
}

function bare({ key, source, policy, wave }: PlacedObject): InventoryEntry {
  return { key, source, prune: policy.prune, wave };
}

function withoutDigests(entry: InventoryEntry): InventoryEntry {
  const { digest: _, fieldsDigest: __, ...rest } = entry;
  return rest;
}
