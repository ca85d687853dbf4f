/**
 * One step of a path, as fieldsV1 spells it: `f:name` a field or key, `k:{…}` the list item with these keys, `v:…` the
 * set member with this value.
 */
export type PathElement = `f:${string}` | `k:${string}` | `v:${string}`;

export function fieldElement(name: string): PathElement {
  return `f:${name}`;
}

export function keyElement(keys: Readonly<Record<string, unknown>>): PathElement {
  return `k:${JSON.stringify(Object.fromEntries(Object.entries(keys).sort(([a], [b]) => compareText(a, b))))}`;
}

export function valueElement(value: unknown): PathElement {
  return `v:${JSON.stringify(value)}`;
}

/** Order in which the server writes the elements of one level: fields, then keys, then values. */
export function compareElements(a: PathElement, b: PathElement): number {
  const [kindA, kindB] = [a.slice(0, 2), b.slice(0, 2)];
  if (kindA !== kindB) return kindA < kindB ? -1 : 1;
  if (kindA === 'f:') return compareText(a, b);
  return compareValues(JSON.parse(a.slice(2)), JSON.parse(b.slice(2)));
}

/** As messages spell it: `.spec`, `[name="app"]`, `[="member"]`. */
export function printElement(element: PathElement): string {
  const rest = element.slice(2);
  if (element.startsWith('f:')) return `.${rest}`;
  const value: unknown = JSON.parse(rest);
  if (element.startsWith('v:')) return `[=${JSON.stringify(value)}]`;
  return `[${Object.entries(value as Record<string, unknown>).map(([key, part]) => `${key}=${JSON.stringify(part)}`).join(',')}]`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'object' || typeof b !== 'object') return compareText(String(a), String(b));
  const [left, right] = [Object.entries(a ?? {}), Object.entries(b ?? {})];
  for (const [index, [name, value]] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareText(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
