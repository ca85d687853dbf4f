import type { Json } from '@bud-o11y/model';
import { badRequest } from '../failure.ts';
import { type ServedKind, apiVersionOf } from '../kinds.ts';
import { type JsonObject, isObject } from '../object.ts';
import { type Schema, memberType } from '../schema/schema.ts';
import { shapeOf } from '../typed/shape.ts';
import { typeErrors } from '../typed/validate.ts';
import { microTimeError } from '../validation/micro-time.ts';

/** What a typed server makes of a body that is no apply: undeclared fields are dropped with a warning, or refused under `Strict`. */
export function decoded(body: JsonObject, kind: ServedKind, validation: string): { readonly object: JsonObject; readonly warnings: readonly string[] } {
  const unknown = undeclared(body, kind.schema);
  if (unknown.length > 0 && validation === 'Strict') throw badRequest(`${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: strict decoding error: ${unknown.map((path) => `unknown field "${path}"`).join(', ')}`);
  const object = declaredOnly(body, kind.schema) as JsonObject;
  // Custom kinds are checked by their own schema, when they are stored.
  const [wrong] = kind.custom ? [] : typeErrors(object, kind.schema);
  const problem = microTimeError(object, kind) ?? wrong;
  if (problem !== undefined) throw badRequest(`${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${problem}`);
  return { object, warnings: validation === 'Ignore' ? [] : unknown.map((path) => `unknown field "${path}"`) };
}

/** Paths of fields that the type does not declare, as messages about decoding spell them. */
function undeclared(value: Json | undefined, schema: Schema, path = ''): readonly string[] {
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return [];
  if ('list' in shape) return Array.isArray(value) ? (value as readonly Json[]).flatMap((item, index) => undeclared(item, shape.list, `${path}[${index}]`)) : [];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const [type, place] = [memberType(shape, key), path === '' ? key : `${path}.${key}`];
    return type === undefined ? [place] : undeclared(member, type, place);
  });
}

function declaredOnly(value: Json, schema: Schema): Json {
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return value;
  if ('list' in shape) return Array.isArray(value) ? (value as readonly Json[]).map((item) => declaredOnly(item, shape.list)) : value;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
    const type = memberType(shape, key);
    return type === undefined || member === undefined ? [] : [[key, declaredOnly(member, type)] as const];
  }));
}

/** Name of a version and kind as error messages of applies print it. */
export function printKind(kind: ServedKind): string {
  const version = apiVersionOf(kind);
  return `${version === 'v1' ? '/v1' : version}, Kind=${kind.kind}`;
}
