import type { Json } from '@bud-o11y/model';
import { type PathElement, keyElement, valueElement } from '../fields/path-element.ts';
import { resolve } from '../schema/definitions.ts';
import type { ListSchema } from '../schema/schema.ts';
import { isObject } from '../object.ts';

/** What identifies an item of a keyed list or a set; `problem` says in the server's words why nothing does. */
export type Identified = { readonly element: PathElement } | { readonly problem: string };

export function identify(item: Json, { list, by }: ListSchema & { readonly by: 'set' | readonly string[] }): Identified {
  if (by === 'set') {
    if (item === null) return { problem: "associative list without keys has an element that's an explicit null" };
    return typeof item === 'object' ? { problem: "associative list without keys has an element that's a map type" } : { element: valueElement(item) };
  }
  if (!isObject(item)) return { problem: `associative list with keys may not have ${item === null ? 'a null element' : 'non-map elements'}` };
  const type = resolve(list);
  const defaults = typeof type === 'object' && 'fields' in type ? type.defaults : undefined;
  const keys = by.flatMap((key) => {
    const value = item[key] ?? defaults?.[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  if (keys.length === 0) return { problem: `associative list with keys has an element that omits all key fields [${by.map((key) => JSON.stringify(key)).join(' ')}] (and doesn't have default values for any key fields)` };
  return { element: keyElement(Object.fromEntries(keys)) };
}

/** Items by what identifies them, in order; of two with the same identity the first counts, the server refuses them on apply. */
export function itemsByElement(items: Json | undefined, schema: ListSchema & { readonly by: 'set' | readonly string[] }): ReadonlyMap<PathElement, Json> {
  const found = new Map<PathElement, Json>();
  for (const item of Array.isArray(items) ? (items as readonly Json[]) : []) {
    const identified = identify(item, schema);
    if ('element' in identified && !found.has(identified.element)) found.set(identified.element, item);
  }
  return found;
}
