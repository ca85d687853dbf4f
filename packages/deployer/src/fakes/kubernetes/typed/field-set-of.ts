import type { Json } from '@bud-o11y/model';
import { type FieldSet, emptySet, leaf, node } from '../fields/field-set.ts';
import { fieldElement } from '../fields/path-element.ts';
import { type Schema, isKeyed, memberType } from '../schema/schema.ts';
import { isObject } from '../object.ts';
import { itemsByElement } from './list-item.ts';
import { isBlank, shapeOf } from './shape.ts';

/**
 * The paths that a value sets: what its applier owns. A field of a type counts by its leaves, a key of a map and an
 * item of a list also by itself.
 */
export function fieldSetOf(value: Json, schema: Schema): FieldSet {
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return leaf;
  if ('list' in shape) {
    if (!isKeyed(shape)) return leaf;
    return node(false, [...itemsByElement(value, shape)].map(([element, item]) => [element, { ...fieldSetOf(item, shape.list), member: true }] as const));
  }
  if (shape.atomic === true) return leaf;
  if (!isObject(value)) return emptySet;
  return node(false, Object.entries(value).flatMap(([key, member]) => {
    if (member === undefined) return [];
    const set = fieldSetOf(member, memberType(shape, key) ?? 'any');
    const counts = member === null || isObject(member) && isBlank(member) || !('fields' in shape && Object.hasOwn(shape.fields, key));
    return [[fieldElement(key), counts ? { ...set, member: true } : set] as const];
  }));
}
