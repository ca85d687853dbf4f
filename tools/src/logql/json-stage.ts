import type { LabelSet } from './match.ts';
import type { Stage } from './syntax.ts';

type Fields = Extract<Stage, { kind: 'json' }>['fields'];

/** The label by which a stage says that it could not read the line; the line stays. */
export const errorLabel = '__error__';

/**
 * Loki's `json`: fields become labels. One that the stream has already gets the suffix `_extracted`; a listed field that
 * the line lacks becomes an empty label. A line that is no JSON stays, with `__error__` set.
 * @throws RangeError for JSON that breaks off: what Loki reads from it depends on where.
 */
export function extractJson(fields: Fields, text: string, labels: LabelSet, stream: LabelSet): LabelSet {
  if (!/^["{[]/.test(text)) return { ...labels, [errorLabel]: 'JSONParserErr' };
  const line = parse(text);
  const found = fields === undefined ? flattened(line, '') : fields.map(({ label, path }) => [label, written(valueAt(line, path))] as const);
  return { ...labels, ...Object.fromEntries(found.map(([label, value]) => [label in stream ? `${label}_extracted` : label, value])) };
}

type Json = Readonly<Record<string, unknown>>;

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Refused below, together with arrays and texts.
  }
  throw new RangeError(`a line whose JSON is no complete object is not modelled: ${text}`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(line: Json, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), line);
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Without a list every field counts: nested names are joined by `_`, lists are left out. */
function flattened(line: Json, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(line).flatMap(([name, value]) => {
    const label = `${prefix}${name}`.replaceAll(/\W/g, '_');
    if (isObject(value)) return flattened(value, `${label}_`);
    return Array.isArray(value) || value === null ? [] : [[label, written(value)] as const];
  });
}
