import type { Json } from '@bud-o11y/model';
import type { ServedKind } from '../kinds.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import { normalised } from './normalise.ts';

/**
 * What the server keeps of an object: of a typed one its canonical form. Of a custom one only the metadata are typed; the
 * rest stays as it came, nulls included, with sorted keys.
 */
export function kept(object: JsonObject, kind: ServedKind): JsonObject {
  if (!kind.custom) return normalised(object, kind.schema) as JsonObject;
  return sorted({ ...object, metadata: normalised(objectAt(object, 'metadata'), '#v1.ObjectMeta') }) as JsonObject;
}

function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => sorted(item) ?? null);
  if (!isObject(value)) return value;
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}
