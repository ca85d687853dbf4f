import type { Json } from '@bud-o11y/model';
import { type ListSchema, type Schema, isKeyed, memberType } from '../schema/schema.ts';
import { type JsonObject, isObject } from '../object.ts';
import { itemsByElement } from './list-item.ts';
import { isBlank, shapeOf } from './shape.ts';

/** `live` with what `applied` says laid over it: scalars and atomic values replaced, maps and keyed lists joined. */
export function merge(live: Json | undefined, applied: Json | undefined, schema: Schema): Json | undefined {
  if (applied === undefined) return live;
  if (live === undefined) return applied;
  const shape = shapeOf(schema, applied);
  if (typeof shape === 'string') return applied;
  if (isBlank(live) && isBlank(applied)) return applied;
  if ('list' in shape) return isKeyed(shape) ? mergeLists(live, applied, shape) : applied;
  if (shape.atomic === true) return applied;
  const [left, right] = [isObject(live) ? live : {}, isObject(applied) ? applied : {}];
  const merged: Record<string, Json | undefined> = {};
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) merged[key] = merge(left[key], right[key], memberType(shape, key) ?? 'any');
  return merged as JsonObject;
}

/**
 * Applied items keep their order; items that only the live list has stay where they were relative to the shared ones
 * before them.
 */
function mergeLists(live: Json, applied: Json, schema: ListSchema & { readonly by: 'set' | readonly string[] }): Json {
  const [left, right] = [itemsByElement(live, schema), itemsByElement(applied, schema)];
  const [leftOrder, rightOrder] = [[...left.keys()], [...right.keys()]];
  const shared = rightOrder.filter((element) => left.has(element));
  const done = new Set<string>();
  const merged: Json[] = [];
  const take = (element: (typeof leftOrder)[number]): void => {
    const item = merge(left.get(element), right.get(element), schema.list);
    if (item !== undefined) merged.push(item);
    if (right.has(element)) done.add(element);
    if (shared[0] === element) shared.shift();
  };
  for (let l = 0, r = 0; l < leftOrder.length || r < rightOrder.length;) {
    const [next, wanted] = [leftOrder[l], rightOrder[r]];
    if (next !== undefined && next === wanted) {
      take(next);
      l += 1;
      r += 1;
    } else if (next !== undefined && wanted !== undefined && right.has(next) && shared.length > 0 && shared[0] !== next) {
      l += 1;
    } else if (next !== undefined && !right.has(next)) {
      take(next);
      l += 1;
    } else {
      if (next !== undefined && done.has(next)) l += 1;
      if (wanted !== undefined) {
        take(wanted);
        r += 1;
      }
    }
  }
  return merged;
}
