import { compareText } from '@bud-o11y/model';
import type { Draft } from '../draft.ts';
import type { ObjectKey } from '../object-key.ts';
import { accountOf, boundBy } from './accounts.ts';
import { calledBy } from './callbacks.ts';
import { hooksOf } from './hooks.ts';
import { type Known, type KnownObjects, knownObjects } from './known-objects.ts';
import { definitionOf, namespaceOf, recordersOf } from './membership.ts';
import { mountedBy } from './mounts.ts';

/** Every reason why one object waits for another. A new one is a line here. */
const relations: readonly ((object: Known, known: KnownObjects) => readonly ObjectKey[])[] = [namespaceOf, definitionOf, recordersOf, boundBy, accountOf, mountedBy, hooksOf, calledBy];

/**
 * What each object needs, sorted; every object has an entry, and every need is one of the objects.
 * There is no circle: hooks before come before workloads, these before hooks after and before what calls back, and
 * everything else needs only what needs nothing but a Namespace, a definition or, among rules, the rules it reads.
 */
export function objectEdges(drafts: readonly Draft[]): ReadonlyMap<ObjectKey, readonly ObjectKey[]> {
  const known = knownObjects(drafts);
  return new Map(known.all.map((object) => {
    const needs = new Set(relations.flatMap((relation) => relation(object, known)));
    needs.delete(object.key);
    return [object.key, [...needs].sort(compareText)];
  }));
}
