import { type JsonObject, isObject, objectAt } from '../object.ts';
import type { Schema } from './schema.ts';

/** Type of a custom kind from the `openAPIV3Schema` of its version: kind, version and metadata are always there. */
export function customType(openApi: JsonObject): Schema {
  const type = converted(openApi);
  const own = typeof type === 'object' && 'fields' in type ? type : { fields: {} };
  return { ...own, fields: { ...own.fields, apiVersion: 'string', kind: 'string', metadata: '#v1.ObjectMeta' } };
}

function converted(schema: JsonObject): Schema {
  const atomic = schema['x-kubernetes-map-type'] === 'atomic' ? { atomic: true as const } : {};
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const { properties, additionalProperties, items, type } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) return 'scalar';
  if (isObject(properties)) {
    const fields = Object.entries(properties).map(([name, field]) => [name, converted(objectAt(field))] as const);
    return { fields: Object.fromEntries(fields), ...atomic, ...(open ? { rest: 'any' as const } : {}), ...defaultsOf(properties) };
  }
  if (isObject(additionalProperties)) return { map: converted(additionalProperties), ...atomic };
  if (type === 'array') return { list: converted(objectAt(items)), ...mergedBy(schema) };
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' || type === 'boolean' ? type : 'any';
}

function defaultsOf(properties: JsonObject): { readonly defaults?: Readonly<Record<string, string | number | boolean>> } {
  const found = Object.entries(properties).flatMap(([name, field]) => {
    const value = objectAt(field)['default'];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value] as const] : [];
  });
  return found.length === 0 ? {} : { defaults: Object.fromEntries(found) };
}

function mergedBy(schema: JsonObject): { readonly by?: 'set' | readonly string[] } {
  const [type, keys] = [schema['x-kubernetes-list-type'], schema['x-kubernetes-list-map-keys']];
  if (type === 'set') return { by: 'set' };
  return type === 'map' && Array.isArray(keys) ? { by: keys.map(String) } : {};
}
