import type { Json } from '@bud-o11y/model';

/** The fields that identify an item of a list, with their values. */
export type ItemKeys = Readonly<Record<string, string | number | boolean>>;

/** One step into an object: a field, the list item with these keys, the member of a set of values, the item at a position. */
export type FieldStep =
  | { readonly field: string }
  | { readonly keys: ItemKeys }
  | { readonly value: Json }
  | { readonly index: number };

/** Where a field stands in an object, from its root. */
export type FieldPath = readonly FieldStep[];

const plainName = /^[A-Za-z_$][\w$-]*$/;

/** A path for a person: `spec.template.spec.containers[name=app].image`, `data["rules.yaml"]`. */
export function pathText(path: FieldPath): string {
  return path.map((step, position) => {
    if ('field' in step) return plainName.test(step.field) ? `${position === 0 ? '' : '.'}${step.field}` : `[${JSON.stringify(step.field)}]`;
    if ('keys' in step) return `[${keysText(step.keys)}]`;
    if ('value' in step) return `[=${JSON.stringify(step.value)}]`;
    return `[${step.index}]`;
  }).join('');
}

/** `containerPort=80,protocol=TCP` */
export function keysText(keys: ItemKeys): string {
  return Object.entries(keys).map(([name, value]) => `${name}=${value}`).join(',');
}

/** What stands at a path; undefined when nothing does. */
export function valueAt(root: unknown, path: FieldPath): unknown {
  return path.reduce(stepInto, root);
}

/** A protocol that is not given is TCP, and managed fields name it all the same. */
export const keyDefaults: Readonly<Record<string, string>> = { protocol: 'TCP' };

function stepInto(value: unknown, step: FieldStep): unknown {
  if ('field' in step) return isRecord(value) && Object.hasOwn(value, step.field) ? value[step.field] : undefined;
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  if ('keys' in step) return items.find((item) => isRecord(item) && Object.entries(step.keys).every(([name, key]) => (item[name] ?? keyDefaults[name]) === key));
  if ('value' in step) return items.find((item) => JSON.stringify(item) === JSON.stringify(step.value));
  return items[step.index];
}

/** A JSON object: no list, no null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
