import { type FieldPath, type FieldStep, isRecord, type ItemKeys, valueAt } from '../../../plan/field-path.ts';

/**
 * Reads a path as the API server prints it (`.spec.containers[name="app"].image`, `.data.rules.yaml`). Dots inside names
 * are not marked there: the object that the path is about tells which names it has.
 */
export function readConflictPath(text: string, object: unknown): FieldPath {
  return readFrom(text, 0, object, []) ?? readFrom(text, 0, undefined, []) ?? [{ field: text }];
}

/** The steps from `at` on; undefined when the text is no path, or not one of this object (if there is one). */
function readFrom(text: string, at: number, object: unknown, steps: FieldPath): FieldPath | undefined {
  if (at >= text.length) return steps;
  if (text[at] === '[') {
    const end = closing(text, at);
    const step = end === undefined ? undefined : bracketStep(text.slice(at + 1, end));
    return step === undefined || end === undefined ? undefined : readFrom(text, end + 1, object, [...steps, step]);
  }
  if (text[at] !== '.') return undefined;
  for (const name of names(text, at + 1, object, steps)) {
    const found = readFrom(text, at + 1 + name.length, object, [...steps, { field: name }]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names that can stand here: those of the object, the longest first; without an object, whatever ends at a dot. */
function names(text: string, at: number, object: unknown, steps: FieldPath): readonly string[] {
  if (object === undefined) {
    const name = /^[^.[]+/.exec(text.slice(at))?.[0];
    return name === undefined ? [] : [name];
  }
  const here = valueAt(object, steps);
  if (!isRecord(here)) return [];
  return Object.keys(here)
    .filter((name) => text.startsWith(name, at) && ['.', '[', undefined].includes(text[at + name.length]))
    .sort((a, b) => b.length - a.length);
}

/** Position of the bracket that closes the one at `at`; brackets inside quotes do not count. */
function closing(text: string, at: number): number | undefined {
  const found = /^\[(?:"(?:[^"\\]|\\.)*"|[^"\]])*\]/.exec(text.slice(at));
  return found === null ? undefined : at + found[0].length - 1;
}

function bracketStep(inside: string): FieldStep | undefined {
  if (/^\d+$/.test(inside)) return { index: Number(inside) };
  if (inside.startsWith('=')) return { value: literal(inside.slice(1)) };
  const pairs = [...inside.matchAll(/([^=,]+)=("(?:[^"\\]|\\.)*"|[^,]*)/g)];
  if (pairs.length === 0) return undefined;
  return { keys: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, literal(value)])) as ItemKeys };
}

function literal(text: string): string | number | boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  } catch {
    return text;
  }
}
