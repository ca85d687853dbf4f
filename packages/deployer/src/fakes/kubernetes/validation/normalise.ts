import type { Json } from '@bud-o11y/model';
import { isObject } from '../object.ts';
import { resolve } from '../schema/definitions.ts';
import { type Schema, memberType } from '../schema/schema.ts';
import { isBlank, shapeOf } from '../typed/shape.ts';
import { canonicalQuantity } from './quantity.ts';

/**
 * What a typed server keeps of a value: no nulls, no free maps and lists without members, and quantities in their
 * canonical spelling. Custom kinds are not typed: `any` and what is below it stays as it is.
 */
export function normalised(value: Json, schema: Schema): Json {
  const shape = shapeOf(schema, value);
  if (shape === 'quantity') return typeof value === 'string' || typeof value === 'number' ? canonicalQuantity(value) : value;
  if (typeof shape === 'string') return value;
  if ('list' in shape) return Array.isArray(value) ? (value as readonly Json[]).map((item) => normalised(item, shape.list)) : value;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
    const type = memberType(shape, key) ?? 'any';
    return member === undefined || member === null || isOmitted(member, type) ? [] : [[key, normalised(member, type)] as const];
  }));
}

function isOmitted(value: Json, schema: Schema): boolean {
  const type = resolve(schema);
  return typeof type === 'object' && !('fields' in type) && isBlank(value);
}
