import type { Json } from '@bud-o11y/model';
import { badRequest } from '../failure.ts';
import { type JsonObject, isObject } from '../object.ts';

/** RFC 7386: null takes a key away, an object is merged, everything else replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json | undefined> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value?: Json;
}

/** RFC 6902, the operations `add`, `replace`, `remove` and `test`. */
export function jsonPatch(target: JsonObject, body: string): JsonObject {
  const operations = JSON.parse(body) as readonly Operation[];
  return operations.reduce<Json>((object, { op, path, value }) => {
    const keys = path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return changed(object, keys, op, value ?? null);
  }, target) as JsonObject;
}

function changed(target: Json | undefined, [key = '', ...rest]: readonly string[], op: string, value: Json): Json {
  if (Array.isArray(target)) {
    const items = [...(target as readonly Json[])];
    const index = key === '-' ? items.length : Number(key);
    if (rest.length > 0) items[index] = changed(items[index], rest, op, value);
    else if (op === 'add') items.splice(index, 0, value);
    else if (op === 'remove') items.splice(index, 1);
    else items[index] = tested(items[index], op, value);
    return items;
  }
  if (!isObject(target)) throw badRequest(`the server rejected our request due to an error in our request: missing path ${key}`);
  if (rest.length > 0) return { ...target, [key]: changed(target[key], rest, op, value) };
  if (op === 'remove') return Object.fromEntries(Object.entries(target).filter(([name]) => name !== key));
  return { ...target, [key]: tested(target[key], op, value) };
}

function tested(current: Json | undefined, op: string, value: Json): Json {
  if (op === 'test' && JSON.stringify(current) !== JSON.stringify(value)) throw badRequest('testing value failed: test failed');
  return value;
}
