import { type FieldSet, isEmpty } from '../fields/field-set.ts';
import { type FieldsV1, fromFieldsV1, toFieldsV1 } from '../fields/fields-v1.ts';
import { type JsonObject, isObject } from '../object.ts';

/** Who made a change and how; an applier is the same one whatever version it applies. */
export interface Manager {
  readonly name: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
}

/** What a manager owns, and when it last changed that (RFC 3339, whole seconds). */
export interface Ownership {
  readonly manager: Manager;
  readonly set: FieldSet;
  readonly time: string;
}

/** Owners by what identifies them. */
export type Owners = ReadonlyMap<string, Ownership>;

export function managerId({ name, operation, apiVersion, subresource }: Manager): string {
  return JSON.stringify([name, operation, operation === 'Update' ? apiVersion : '', subresource ?? '']);
}

/** Reads `metadata.managedFields`. */
export function ownersOf(metadata: JsonObject): Owners {
  const entries = Array.isArray(metadata['managedFields']) ? metadata['managedFields'].filter(isObject) : [];
  return new Map(entries.map((entry) => {
    const subresource = entry['subresource'];
    const manager: Manager = {
      name: String(entry['manager'] ?? ''),
      operation: entry['operation'] === 'Apply' ? 'Apply' : 'Update',
      apiVersion: String(entry['apiVersion']),
      ...(typeof subresource === 'string' ? { subresource } : {}),
    };
    return [managerId(manager), { manager, set: fromFieldsV1((entry['fieldsV1'] ?? {}) as FieldsV1), time: String(entry['time'] ?? '') }] as const;
  }));
}

/** Writes `metadata.managedFields`: appliers first, then by time, name and version; owners of nothing are left out. */
export function managedFields(owners: Owners): readonly JsonObject[] | undefined {
  const kept = [...owners.values()].filter(({ set }) => !isEmpty(set)).sort(byPlace);
  if (kept.length === 0) return undefined;
  return kept.map(({ manager: { name, operation, apiVersion, subresource }, set, time }) => ({
    manager: name,
    operation,
    apiVersion,
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: toFieldsV1(set),
    ...(subresource === undefined ? {} : { subresource }),
  }));
}

function byPlace(a: Ownership, b: Ownership): number {
  const place = ({ manager, time }: Ownership): readonly string[] => [manager.operation, time, manager.name, manager.apiVersion, manager.subresource ?? ''];
  const [left, right] = [place(a), place(b)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  if (differs === -1) return 0;
  return (left[differs] ?? '') < (right[differs] ?? '') ? -1 : 1;
}
