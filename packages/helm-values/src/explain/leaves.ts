/** A place in values or in an environment: the keys that lead there. */
export type Path = readonly string[];

/** One value that is no object with keys: a scalar, null, or an empty list or object. */
export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** Every leaf, in the order of the keys. A key whose value is undefined is no key. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (value === undefined) return [];
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return entries.length === 0 ? [{ path, value }] : entries.flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

/** The same value with another one at a path; `undefined` there removes it. What is not on the way is shared. */
export function withAt<Whole>(whole: Whole, path: Path, value: unknown): Whole {
  const [key, ...rest] = path;
  if (key === undefined) return value as Whole;
  const below = (whole as Readonly<Record<string, unknown>>)[key];
  if (Array.isArray(whole)) return whole.map((item, index) => (String(index) === key ? withAt(item, rest, value) : item)) as Whole;
  return { ...whole, [key]: withAt(below, rest, value) };
}
