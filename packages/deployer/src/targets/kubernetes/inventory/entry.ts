import type { ObjectKey } from '../../../objects/object-key.ts';
import type { ObjectSource } from '../../../objects/object.ts';
import type { WaveName } from '../../../plan/waves.ts';

/** Where the inventory and the lock of an environment are: its own namespace. */
export interface InventoryPlace {
  readonly environment: string;
  readonly namespace: string;
}

/** One object that we own, or mean to. `uid`, `digest` and `fieldsDigest` are absent until it is known to be written. */
export interface InventoryEntry {
  readonly key: ObjectKey;
  readonly uid?: string;
  /** Hex sha256 of the JSON that we sent last. */
  readonly digest?: string;
  /** What `fieldsDigest` said of the answer: while the live object has the same, nobody touched what we own. */
  readonly fieldsDigest?: string;
  readonly source: ObjectSource;
  /** `keep`: never deleted, also when it is no longer wanted. */
  readonly prune: 'delete' | 'keep';
  /** In which wave it was applied; deletions go backwards. */
  readonly wave: WaveName;
}

/** One apply that wrote something. */
export interface RunRecord {
  readonly run: string;
  /** ISO 8601; for people, never compared. */
  readonly at: string;
  readonly outcome: 'done' | 'stopped' | 'failed';
  /** Hex sha256 of the bundle. */
  readonly bundle: string;
  /** Objects written or deleted. */
  readonly written: number;
  /** Who or what ran it: the address of a pipeline, or user and machine. */
  readonly by?: string;
  readonly reason?: string;
}

/** What an environment owns in its cluster, sorted by key, and its last runs, the newest first. */
export interface Inventory {
  readonly entries: readonly InventoryEntry[];
  readonly runs: readonly RunRecord[];
}
