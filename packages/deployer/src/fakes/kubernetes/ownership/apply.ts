import type { Json } from '@bud-o11y/model';
import { type FieldSet, difference, emptySet, intersection, isEmpty, union, withNamedParents } from '../fields/field-set.ts';
import { type JsonObject, objectAt, without } from '../object.ts';
import type { Schema } from '../schema/schema.ts';
import { compare } from '../typed/compare.ts';
import { fieldSetOf } from '../typed/field-set-of.ts';
import { merge } from '../typed/merge.ts';
import { remove } from '../typed/remove.ts';
import type { Conflict } from './conflicts.ts';
import { type Manager, type Ownership, managerId, ownersOf } from './managers.ts';
import { stripped } from './stripped.ts';
import { update, withOwners } from './update.ts';

/** An apply of one manager. `now` is the time that a changed ownership is recorded with. */
export interface Application {
  readonly manager: Manager;
  readonly force: boolean;
  readonly now: string;
}

/** The object after an apply, or why it was refused. */
export type Applied = { readonly object: JsonObject } | { readonly conflicts: readonly Conflict[] };

/**
 * Server-side apply: lays `applied` over `live`, takes away what this manager applied before and nobody owns any more,
 * and moves ownership. What nobody is recorded for belongs to `before-first-apply`.
 */
export function apply(live: JsonObject | undefined, applied: JsonObject, schema: Schema, { manager, force, now }: Application): Applied {
  const id = managerId(manager);
  const before = live === undefined ? undefined : withoutManagedFields(live);
  const owners = ownersOf(objectAt(owned(live, schema, manager, now), 'metadata'));
  const fields = fieldSetOf(applied, schema);
  const managed = [...owners].filter(([owner]) => owner !== id).reduce((all, [, { set }]) => union(all, set), fields);
  const merged = (merge(before, applied, schema) ?? {}) as JsonObject;
  const after = prune(merged, owners.get(id)?.set ?? emptySet, managed, schema) as JsonObject;
  const { added, modified, removed } = compare(before ?? {}, after, schema);

  const conflicts: Conflict[] = [];
  const next = new Map<string, Ownership>();
  for (const [owner, ownership] of owners) {
    if (owner === id) continue;
    const set = intersection(ownership.set, union(modified, added));
    if (!isEmpty(set)) conflicts.push({ manager: ownership.manager, set });
    next.set(owner, { ...ownership, set: difference(difference(ownership.set, set), removed) });
  }
  if (conflicts.length > 0 && !force) return { conflicts };
  next.set(id, { manager, set: stripped(fields), time: now });
  return { object: withOwners(after, next) };
}

/** What the manager applied before, does not apply now, and nobody else owns, goes. */
function prune(merged: JsonObject, last: FieldSet, managed: FieldSet, schema: Schema): Json {
  if (isEmpty(last)) return merged;
  const gone = difference(intersection(withNamedParents(fieldSetOf(merged, schema)), withNamedParents(last)), withNamedParents(managed));
  return remove(merged, gone, schema) ?? {};
}

function owned(live: JsonObject | undefined, schema: Schema, { apiVersion }: Manager, now: string): JsonObject | undefined {
  if (live === undefined || ownersOf(objectAt(live, 'metadata')).size > 0) return live;
  return update(undefined, live, schema, { name: 'before-first-apply', operation: 'Update', apiVersion }, now);
}

function withoutManagedFields(object: JsonObject): JsonObject {
  return { ...object, metadata: without(objectAt(object, 'metadata'), 'managedFields') };
}
