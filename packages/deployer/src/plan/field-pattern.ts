import { type FieldPath, isRecord, pathText } from './field-path.ts';
import { identifyingFields, keysOf } from './list-keys.ts';

/** Whether a path is one of the wanted fields, or lies below one. */
export type FieldMatcher = (path: FieldPath) => boolean;

/** Fields as `pathText` writes them; `[*]` stands for every item of a list: `webhooks[*].clientConfig.caBundle`. */
export function fieldMatcher(fields: readonly string[]): FieldMatcher {
  if (fields.length === 0) return () => false;
  const sources = fields.map((field) => field.split('[*]').map(literally).join(String.raw`\[[^\]]*\]`));
  const pattern = new RegExp(`^(?:${sources.join('|')})(?:[.[]|$)`);
  return (path) => pattern.test(pathText(path));
}

/** The source of a regular expression that matches exactly this text. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A copy without the fields that match. What holds nothing after that goes too: an empty `spec` would be a claim to all of it. */
export function withoutFields<T extends object>(object: T, matches: FieldMatcher): T {
  return (pruned(object, matches, []) ?? {}) as T;
}

/** Undefined when nothing is left of it that was there. */
function pruned(value: unknown, matches: FieldMatcher, path: FieldPath): unknown {
  if (path.length > 0 && matches(path)) return undefined;
  if (Array.isArray(value)) return prunedList(value, matches, path);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([field, child]): [string, unknown][] => {
    const left = pruned(child, matches, [...path, { field }]);
    return left === undefined ? [] : [[field, left]];
  });
  return entries.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(entries);
}

function prunedList(list: readonly unknown[], matches: FieldMatcher, path: FieldPath): unknown {
  const last = path.at(-1);
  const fields = identifyingFields(last !== undefined && 'field' in last ? last.field : '', list);
  const left = list.flatMap((item, index) => {
    const keys = fields === undefined ? undefined : keysOf(item, fields);
    const kept = pruned(item, matches, [...path, keys === undefined ? { index } : { keys }]);
    return kept === undefined ? [] : [kept];
  });
  return left.length === 0 && list.length > 0 ? undefined : left;
}
