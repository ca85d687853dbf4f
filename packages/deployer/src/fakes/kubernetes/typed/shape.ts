import type { Json } from '@bud-o11y/model';
import { resolve } from '../schema/definitions.ts';
import type { ListSchema, MapSchema, Schema, StructSchema } from '../schema/schema.ts';
import { isObject } from '../object.ts';

/** A type once it is known what the value is: `any` becomes what it holds. */
export type Shape = 'string' | 'number' | 'boolean' | 'quantity' | 'scalar' | ListSchema | MapSchema | StructSchema;

/** How a value of this type merges. An undefined or null value leaves `any` a map, as the server does. */
export function shapeOf(schema: Schema, value: Json | undefined): Shape {
  const resolved = resolve(schema);
  if (resolved !== 'any') return resolved;
  if (Array.isArray(value)) return { list: 'any' };
  return isObject(value) || value === null || value === undefined ? { map: 'any' } : 'scalar';
}

/** Absent, null, or without members. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
