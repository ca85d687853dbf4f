import type { Json } from '@bud-o11y/model';
import type { Cause } from '../failure.ts';
import { isObject } from '../object.ts';
import { resolve } from '../schema/definitions.ts';
import { type ListSchema, type Schema, isKeyed, memberType } from '../schema/schema.ts';
import { shapeOf } from '../typed/shape.ts';

/** Items of keyed lists that leave out a key which may not be empty: ownership has a default for it, validation has not. */
export function missingKeys(value: Json, schema: Schema, path = ''): readonly Cause[] {
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return [];
  if ('list' in shape) {
    if (!Array.isArray(value)) return [];
    return (value as readonly Json[]).flatMap((item, index) => [...lacking(item, shape, `${path}[${index}]`), ...missingKeys(item, shape.list, `${path}[${index}]`)]);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : missingKeys(member, memberType(shape, key) ?? 'any', path === '' ? key : `${path}.${key}`)));
}

function lacking(item: Json, schema: ListSchema, path: string): readonly Cause[] {
  const type = resolve(schema.list);
  if (!isKeyed(schema) || schema.by === 'set' || !isObject(item) || typeof type !== 'object' || !('fields' in type)) return [];
  const empty = schema.by.filter((key) => type.defaults?.[key] === '' && (item[key] ?? '') === '');
  return empty.map((key) => ({ reason: 'FieldValueRequired', message: 'Required value', field: `${path}.${key}` }));
}
