import type { Json } from '@bud-o11y/model';
import type { FieldSet } from '../fields/field-set.ts';
import { fieldElement } from '../fields/path-element.ts';
import { type Schema, isKeyed, memberType } from '../schema/schema.ts';
import { isObject } from '../object.ts';
import { identify } from './list-item.ts';
import { shapeOf } from './shape.ts';

/**
 * The value without the paths of a set; null when nothing of it is left. A part that loses all it holds, but is not
 * itself in the set, stays as null: it was emptied, not removed, and who owns it as such still does.
 */
export function remove(value: Json, paths: FieldSet, schema: Schema): Json {
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return value;
  if ('list' in shape) {
    if (!isKeyed(shape) || !Array.isArray(value)) return value;
    const kept = (value as readonly Json[]).flatMap((item) => {
      const identified = identify(item, shape);
      return keep(item, 'element' in identified ? paths.children.get(identified.element) : undefined, shape.list);
    });
    return kept.length === 0 ? null : kept;
  }
  if (shape.atomic === true || !isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : keep(member, paths.children.get(fieldElement(key)), memberType(shape, key) ?? 'any').map((rest) => [key, rest] as const),
  );
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

function keep(value: Json, paths: FieldSet | undefined, schema: Schema): readonly Json[] {
  if (paths === undefined) return [value];
  if (paths.member) return [];
  return [remove(value, paths, schema)];
}
