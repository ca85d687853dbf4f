import { compareText } from '@bud-o11y/model';
import type { PlacedObject } from './object.ts';
import { keyOf, type ObjectKey } from './object-key.ts';
import { podReferences, podTemplate } from './workload.ts';

/** A Secret that pods do not start without and that no release makes. */
export interface AwaitedSecret {
  readonly key: ObjectKey;
  /** Workloads whose pods refer to it, sorted. */
  readonly readers: readonly ObjectKey[];
}

/**
 * Which of the Secrets that somebody makes by hand these workloads refer to, sorted. Only names on the list count: what
 * an operator makes while it runs cannot be there before.
 */
export function awaitedSecrets(objects: readonly PlacedObject[], byHand: readonly string[]): readonly AwaitedSecret[] {
  const readers = new Map<ObjectKey, ObjectKey[]>();
  for (const { key: reader, object } of objects) {
    if (podTemplate(object) === undefined) continue;
    const { namespace } = object.metadata;
    for (const name of podReferences(object).secrets) {
      if (namespace === undefined || !byHand.includes(name)) continue;
      const key = keyOf({ group: '', kind: 'Secret', namespace, name });
      readers.set(key, [...(readers.get(key) ?? []), reader]);
    }
  }
  return [...readers].map(([key, found]) => ({ key, readers: found.sort(compareText) })).sort((a, b) => compareText(a.key, b.key));
}
