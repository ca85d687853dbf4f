import { difference, emptySet, isEmpty, union } from '../fields/field-set.ts';
import { type JsonObject, objectAt, without } from '../object.ts';
import { resolve } from '../schema/definitions.ts';
import type { Schema } from '../schema/schema.ts';
import { compare } from '../typed/compare.ts';
import { type Manager, type Owners, managedFields, managerId, ownersOf } from './managers.ts';
import { stripped } from './stripped.ts';

/**
 * The object after a write that is no apply: who wrote owns what changed, and everybody else loses it. An empty list of
 * managedFields in the object that was sent forgets all owners first. Of an object that is there and has no owners none
 * are recorded, until somebody applies it.
 */
export function update(live: JsonObject | undefined, sent: JsonObject, schema: Schema, manager: Manager, now: string): JsonObject {
  const before = ownersBefore(live, sent);
  if (live !== undefined && before.size === 0) return withOwners(sent, before);
  const { added, modified, removed } = compare(bare(live) ?? skeleton(schema), bare(sent), schema);
  const changed = union(added, modified);
  const owners = new Map([...before].map(([id, ownership]) => [id, { ...ownership, set: difference(difference(ownership.set, changed), removed) }] as const));
  const mine = stripped(changed);
  if (!isEmpty(mine)) {
    const id = managerId(manager);
    owners.set(id, { manager, set: union(owners.get(id)?.set ?? emptySet, mine), time: now });
  }
  return withOwners(sent, owners);
}

/** The object with `metadata.managedFields` written from its owners. */
export function withOwners(object: JsonObject, owners: Owners): JsonObject {
  const entries = managedFields(owners);
  const metadata = without(objectAt(object, 'metadata'), 'managedFields');
  return { ...object, metadata: entries === undefined ? metadata : { ...metadata, managedFields: entries } };
}

function ownersBefore(live: JsonObject | undefined, sent: JsonObject): Owners {
  const entries = objectAt(sent, 'metadata')['managedFields'];
  if (Array.isArray(entries)) return ownersOf(entries.length === 1 && Object.keys(entries[0] as JsonObject).length === 0 ? {} : objectAt(sent, 'metadata'));
  return ownersOf(objectAt(live, 'metadata'));
}

function bare(object: JsonObject | undefined): JsonObject | undefined {
  return object === undefined ? undefined : { ...object, metadata: without(objectAt(object, 'metadata'), 'managedFields') };
}

/** A new object is compared with one whose parts are there and empty: nobody owns `spec` as such. */
function skeleton(schema: Schema): JsonObject {
  const type = resolve(schema);
  if (typeof type !== 'object' || !('fields' in type)) return { metadata: {} };
  const parts = Object.entries(type.fields).filter(([, field]) => {
    const part = resolve(field);
    return typeof part === 'object' && 'fields' in part;
  });
  return Object.fromEntries(parts.map(([name]) => [name, {}]));
}
