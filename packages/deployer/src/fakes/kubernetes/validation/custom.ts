import type { Json } from '@bud-o11y/model';
import type { Cause } from '../failure.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';

/** What the OpenAPI schema of a custom kind refuses: missing fields, wrong types, values outside an enumeration. */
export function customErrors(value: Json | undefined, schema: JsonObject, path = ''): readonly Cause[] {
  if (value === undefined || value === null && schema['nullable'] === true) return [];
  const { type, enum: allowed, required, properties, items, additionalProperties } = schema;
  const actual = typeOf(value);
  const wanted = schema['x-kubernetes-int-or-string'] === true ? ['integer', 'string'] : typeof type === 'string' ? [type] : [];
  if (wanted.length > 0 && !wanted.includes(actual) && !(actual === 'integer' && wanted.includes('number'))) {
    return [{ reason: 'FieldValueTypeInvalid', message: `Invalid value: ${JSON.stringify(actual)}: ${path} in body must be of type ${wanted.join(',')}: ${JSON.stringify(actual)}`, field: path }];
  }
  if (Array.isArray(allowed) && !allowed.includes(value)) {
    return [{ reason: 'FieldValueNotSupported', message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${allowed.map((one) => JSON.stringify(one)).join(', ')}`, field: path }];
  }
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, index) => customErrors(item, objectAt(items), `${path}[${index}]`));
  if (!isObject(value)) return [];
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const missing = (Array.isArray(required) ? required.map(String) : []).filter((key) => value[key] === undefined);
  return [
    ...missing.map((key) => ({ reason: 'FieldValueRequired', message: 'Required value', field: at(key) })),
    ...Object.entries(value).flatMap(([key, member]) => customErrors(member, schemaOf(key, properties, additionalProperties), at(key))),
  ];
}

function schemaOf(key: string, properties: Json | undefined, rest: Json | undefined): JsonObject {
  return isObject(properties) && Object.hasOwn(properties, key) ? objectAt(properties, key) : objectAt(rest);
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
