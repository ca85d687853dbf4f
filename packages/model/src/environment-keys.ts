import { z } from 'zod';

type Path = readonly PropertyKey[];

/** The keys that a schema knows at a path; those of every branch where it has several. None where it is no object. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const here = unwrapped(schema);
  if (here instanceof z.ZodUnion) return [...new Set(here.options.flatMap((option) => keysAt(option, path)))];
  if (here instanceof z.ZodArray) return path.length === 0 ? [] : keysAt(here.element as z.core.$ZodType, path.slice(1));
  if (here instanceof z.ZodRecord) return path.length === 0 ? [] : keysAt(here.valueType as z.core.$ZodType, path.slice(1));
  if (!(here instanceof z.ZodObject)) return [];
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(here.shape);
  const below = (here.shape as Readonly<Record<PropertyKey, z.core.$ZodType>>)[key];
  return below === undefined ? [] : keysAt(below, rest);
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, key) => (current === null || typeof current !== 'object' ? undefined : (current as Readonly<Record<PropertyKey, unknown>>)[key]), value);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapper = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly;
  return isWrapper ? unwrapped(schema.unwrap() as z.core.$ZodType) : schema;
}
