import type { Problem } from '@bud-o11y/model';
import { keyParts, type ObjectKey } from '../../objects/object-key.ts';
import type { ObjectSource } from '../../objects/object.ts';
import { budgetProblem } from '../../plan/budget.ts';
import { compareDeletions, propagationOf } from './deletion-order.ts';
import { applySet, type InventoryEntry } from './inventory/index.ts';
import type { ObjectMetadata } from './transport/resource.ts';

/** What is to be known before anything is deleted. */
export interface PruneQuestion {
  /** Value of the label by which an object says that it is ours. */
  readonly setId: string;
  readonly entries: readonly InventoryEntry[];
  readonly desired: ReadonlySet<ObjectKey>;
  /** Sources that could not be rendered: nobody knows what they want. */
  readonly missing: ReadonlySet<ObjectSource>;
  /** Metadata of the objects of the inventory that are there. */
  readonly live: ReadonlyMap<ObjectKey, { readonly metadata: Pick<ObjectMetadata, 'uid' | 'labels' | 'annotations'> }>;
}

/** An object that is to go. `uid` is the precondition: what has another one by then is not ours. */
export interface Deletion {
  readonly entry: InventoryEntry;
  readonly uid: string;
  readonly propagation: 'Background' | 'Foreground';
}

/** An entry with which nothing is done to the object, and why. */
export interface Spared {
  readonly entry: InventoryEntry;
  readonly why: string;
}

export interface PruneVerdict {
  /** In the order of the deletions. */
  readonly deletions: readonly Deletion[];
  /** Entries that leave the inventory: the object is gone, or not ours. */
  readonly forget: readonly Spared[];
  /** Entries that stay, though their object is not wanted. */
  readonly keep: readonly Spared[];
  /** At most one: more would be deleted than anybody should without review. */
  readonly problems: readonly Problem[];
}

/** Never deleted: what others put into one of these would go with it. */
const protectedKinds: ReadonlySet<string> = new Set(['/Namespace', '/PersistentVolume', '/PersistentVolumeClaim', 'apiextensions.k8s.io/CustomResourceDefinition']);

/** By this a chart asks to leave an object when its release goes. */
const helmPolicy = 'helm.sh/resource-policy';

/**
 * Decides about every entry of the inventory that is no longer wanted. Deleted is only what the inventory owns, what
 * still says that it is ours, and what is still the same object. Pure.
 */
export function prunePolicy({ setId, entries, desired, missing, live }: PruneQuestion): PruneVerdict {
  const rendered = entries.filter(({ source }) => !missing.has(source));
  const [deletions, forget, keep]: [Deletion[], Spared[], Spared[]] = [[], [], []];
  for (const entry of entries.filter(({ key }) => !desired.has(key)).sort(compareDeletions)) {
    const object = live.get(entry.key)?.metadata;
    if (missing.has(entry.source)) keep.push({ entry, why: `${entry.source} could not be rendered` });
    else if (object === undefined) forget.push({ entry, why: 'it is gone' });
    else if (object.labels?.[applySet.partOf] !== setId) forget.push({ entry, why: 'it no longer carries our label' });
    else if (entry.uid !== undefined && object.uid !== entry.uid) forget.push({ entry, why: 'somebody deleted it and made another one' });
    else if (isProtected(entry)) keep.push({ entry, why: `a ${keyParts(entry.key).kind} is never deleted` });
    else if (entry.prune === 'keep' || object.annotations?.[helmPolicy] === 'keep') keep.push({ entry, why: 'it asks to be kept' });
    else deletions.push({ entry, uid: object.uid ?? '', propagation: propagationOf(entry) });
  }
  return { deletions, forget, keep, problems: budgetProblem({ deletions: deletions.length, owned: rendered.length, isEmpty: desired.size === 0 }) };
}

function isProtected({ key }: InventoryEntry): boolean {
  const { group, kind } = keyParts(key);
  return protectedKinds.has(`${group}/${kind}`);
}
