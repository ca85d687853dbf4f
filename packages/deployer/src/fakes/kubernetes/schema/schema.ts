/**
 * What field ownership needs to know of a type: its fields, and how its lists and maps merge. `scalar` takes any scalar,
 * `any` takes everything: its maps merge key by key and its lists are replaced whole. `#Name` refers to a definition.
 */
export type Schema = 'string' | 'number' | 'boolean' | 'quantity' | 'scalar' | 'any' | `#${string}` | ListSchema | MapSchema | StructSchema;

/** Without `by` the list is replaced whole; a `set` merges by value, a list of names merges items by these keys. */
export interface ListSchema {
  readonly list: Schema;
  readonly by?: 'set' | readonly string[];
}

/** Free keys. An atomic map is replaced whole. */
export interface MapSchema {
  readonly map: Schema;
  readonly atomic?: true;
}

/** Declared fields. `rest` is the type of what is not declared; without it an undeclared field is refused. */
export interface StructSchema {
  readonly fields: Readonly<Record<string, Schema>>;
  readonly atomic?: true;
  readonly rest?: Schema;
  /** Values that a key field of a list item has when it is not written. */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
}

/** A type with every `#Name` on the way to it followed. */
export type Resolved = Exclude<Schema, `#${string}`>;

/** Whether lists of this type merge item by item. */
export function isKeyed(schema: ListSchema): schema is ListSchema & { readonly by: 'set' | readonly string[] } {
  return schema.by !== undefined;
}

/** Type of a field or key; undefined when the type does not have it. */
export function memberType(schema: MapSchema | StructSchema, key: string): Schema | undefined {
  if ('map' in schema) return schema.map;
  return Object.hasOwn(schema.fields, key) ? schema.fields[key] : schema.rest;
}
