import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@bud-o11y/model';
import { type FieldSet, emptySet, leaf, node } from '../fields/field-set.ts';
import { type PathElement, fieldElement } from '../fields/path-element.ts';
import { type Schema, isKeyed, memberType } from '../schema/schema.ts';
import { isObject } from '../object.ts';
import { itemsByElement } from './list-item.ts';
import { isBlank, shapeOf } from './shape.ts';

/** Paths by what happened to them between two values of one type. */
export interface Comparison {
  readonly added: FieldSet;
  readonly removed: FieldSet;
  readonly modified: FieldSet;
}

const same: Comparison = { added: emptySet, removed: emptySet, modified: emptySet };

export function compare(before: Json | undefined, after: Json | undefined, schema: Schema): Comparison {
  const shape = shapeOf(schema, after ?? before);
  const blank = isBlank(before) && isBlank(after);
  if (typeof shape === 'string' || blank) return compareLeaf(before, after);
  if ('list' in shape) {
    if (!isKeyed(shape)) return compareLeaf(before, after);
    const [left, right] = [itemsByElement(before, shape), itemsByElement(after, shape)];
    return joined(before, after, [...new Set([...left.keys(), ...right.keys()])].map((element) => [element, compare(left.get(element), right.get(element), shape.list)] as const));
  }
  if (shape.atomic === true) return compareLeaf(before, after);
  const [left, right] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => left[key] !== undefined || right[key] !== undefined);
  return joined(before, after, keys.map((key) => [fieldElement(key), compare(left[key], right[key], memberType(shape, key) ?? 'any')] as const));
}

function compareLeaf(before: Json | undefined, after: Json | undefined): Comparison {
  if (before === undefined) return { ...same, added: leaf };
  if (after === undefined) return { ...same, removed: leaf };
  return isDeepStrictEqual(before, after) ? same : { ...same, modified: leaf };
}

function joined(before: Json | undefined, after: Json | undefined, parts: readonly (readonly [PathElement, Comparison])[]): Comparison {
  return {
    added: node(before === undefined, parts.map(([element, { added }]) => [element, added] as const)),
    removed: node(after === undefined, parts.map(([element, { removed }]) => [element, removed] as const)),
    modified: node(false, parts.map(([element, { modified }]) => [element, modified] as const)),
  };
}
