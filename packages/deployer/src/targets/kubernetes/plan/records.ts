import { AppError, type Problem } from '@bud-o11y/model';
import type { InventoryState } from '../../../plan/snapshot.ts';
import type { Cluster } from '../context.ts';
import { type InventoryEntry, inventoryName, readInventory, type StoredInventory } from '../inventory/index.ts';
import { readLease } from '../lease.ts';

/** What the cluster has on record of our own work. */
export interface Records {
  readonly state: InventoryState;
  /** Absent when there is none, or when it cannot be read. */
  readonly stored?: StoredInventory;
  readonly entries: readonly InventoryEntry[];
  readonly problems: readonly Problem[];
  /** Whether somebody holds the lock, or left it behind. */
  readonly locked: boolean;
}

/** @throws AppError `unsupported` for an inventory of a newer version, `ownership` for one of another tool. */
export async function readRecords({ api, place }: Cluster): Promise<Records> {
  const [inventory, holder] = await Promise.all([readOrDamaged(), readLease(api, place)]);
  const locked = holder !== undefined;
  if (inventory instanceof AppError) return { state: 'damaged', entries: [], problems: [damaged(inventory)], locked };
  if (inventory === undefined) return { state: 'none', entries: [], problems: [], locked };
  const state = inventory.entries.every((entry) => entry.digest !== undefined) ? 'complete' : 'unfinished';
  return { state, stored: inventory, entries: inventory.entries, problems: [], locked };

  async function readOrDamaged(): Promise<StoredInventory | AppError | undefined> {
    try {
      return await readInventory(api, place);
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'invalid') return thrown;
      throw thrown;
    }
  }

  function damaged(error: AppError): Problem {
    return {
      code: 'target-inventory-damaged',
      severity: 'error',
      where: { path: `core/ConfigMap/${place.namespace}/${inventoryName(place.environment)}` },
      what: error.message,
      why: 'it says which objects are ours: without it nothing that is no longer wanted would ever be removed',
      fix: error.fix,
    };
  }
}
