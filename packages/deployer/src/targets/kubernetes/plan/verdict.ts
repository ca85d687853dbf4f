import type { PlacedObject } from '../../../objects/index.ts';
import type { PlanDepth } from '../../target.ts';
import type { InventoryEntry } from '../inventory/index.ts';
import type { Live } from '../live/members.ts';

/**
 * What the records and one line of a list say of an object. `look`: only the server can tell what an apply would change.
 * `record`: an apply has something to write down though it changes nothing.
 */
export type Verdict =
  | { readonly kind: 'create'; readonly was?: string }
  | { readonly kind: 'unchanged'; readonly unsettled: boolean }
  | { readonly kind: 'update'; readonly live: Live }
  | { readonly kind: 'look'; readonly live: Live; readonly drifted: boolean; readonly adopting: boolean }
  | { readonly kind: 'foreign'; readonly live: Live }
  | { readonly kind: 'otherSet'; readonly live: Live; readonly set: string }
  | { readonly kind: 'terminating'; readonly live: Live };

export interface Known {
  readonly placed: PlacedObject;
  readonly entry?: InventoryEntry;
  /** With or without our label. */
  readonly live?: Live;
}

interface Judging {
  readonly setId: string;
  readonly depth: PlanDepth;
  readonly adopt: boolean;
}

/**
 * Judges one object without asking about it. It is unchanged when the record says that exactly this was written, and
 * the server that all of it is still ours: whoever changes a value that we own takes the field out of our entry.
 */
export function verdictOn({ placed, entry, live }: Known, { setId, depth, adopt }: Judging): Verdict {
  if (live === undefined) return entry?.digest === undefined ? { kind: 'create' } : { kind: 'create', was: entry.digest };
  if (live.partOf !== undefined && live.partOf !== setId) return { kind: 'otherSet', live, set: live.partOf };
  if (live.terminating) return { kind: 'terminating', live };
  const isOurs = live.partOf === setId || (entry?.uid !== undefined && entry.uid === live.uid);
  if (!isOurs) {
    // A Namespace is nobody's alone, and never deleted by us: that it is there already is no reason to ask.
    if (placed.object.kind !== 'Namespace' && !adopt) return { kind: 'foreign', live };
    return { kind: 'look', live, drifted: false, adopting: true };
  }
  const isSettled = entry?.digest !== undefined && entry.fieldsDigest !== undefined && entry.uid !== undefined;
  const isUntouched = isSettled && live.partOf === setId && entry.uid === live.uid && entry.fieldsDigest === live.fieldsDigest;
  if (depth !== 'deep' && isUntouched) {
    if (entry.digest === placed.digest) return { kind: 'unchanged', unsettled: false };
    // A field that is left to others from now on may still be ours, and would go with the update: that takes a look.
    if (depth === 'quick' && placed.policy.ignores === undefined) return { kind: 'update', live };
  }
  return { kind: 'look', live, drifted: isSettled && !isUntouched, adopting: false };
}
