import { type PathElement, compareElements, printElement } from './path-element.ts';

/** A set of paths as a tree. `member`: the path to this node is itself in the set. Values are never changed in place. */
export interface FieldSet {
  readonly member: boolean;
  readonly children: ReadonlyMap<PathElement, FieldSet>;
}

export const emptySet: FieldSet = { member: false, children: new Map() };
export const leaf: FieldSet = { member: true, children: new Map() };

export function isEmpty(set: FieldSet): boolean {
  return !set.member && set.children.size === 0;
}

/** A node from parts; children without a path in them are left out, so that equal sets are equal trees. */
export function node(member: boolean, children: Iterable<readonly [PathElement, FieldSet]>): FieldSet {
  const kept = new Map<PathElement, FieldSet>();
  for (const [element, child] of children) if (!isEmpty(child)) kept.set(element, child);
  return { member, children: kept };
}

export function union(a: FieldSet, b: FieldSet): FieldSet {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const children = new Map(a.children);
  for (const [element, child] of b.children) children.set(element, union(children.get(element) ?? emptySet, child));
  return { member: a.member || b.member, children };
}

/** Paths of `a` that are not in `b`, exactly: a path below one of `b` stays. */
export function difference(a: FieldSet, b: FieldSet): FieldSet {
  if (isEmpty(b)) return a;
  return node(a.member && !b.member, [...a.children].map(([element, child]) => [element, difference(child, b.children.get(element) ?? emptySet)] as const));
}

export function intersection(a: FieldSet, b: FieldSet): FieldSet {
  return node(a.member && b.member, [...a.children].map(([element, child]) => [element, intersection(child, b.children.get(element) ?? emptySet)] as const));
}

/** The set with every named field on the way to a path as a path of its own: who owns `.spec.replicas` holds `.spec`. */
export function withNamedParents(set: FieldSet, isRoot = true, isField = false): FieldSet {
  const children = [...set.children].map(([element, child]) => [element, withNamedParents(child, false, element.startsWith('f:'))] as const);
  return { member: set.member || !isRoot && isField && set.children.size > 0, children: new Map(children) };
}

/** Every path as messages spell it, in the server's order: at each level first what is itself a path, then what is below. */
export function paths(set: FieldSet, prefix = ''): readonly string[] {
  const children = sortedChildren(set).map(([element, child]) => ({ path: `${prefix}${printElement(element)}`, child }));
  return [...children.filter(({ child }) => child.member).map(({ path }) => path), ...children.flatMap(({ path, child }) => paths(child, path))];
}

/** Children in the order in which the server writes them. */
export function sortedChildren(set: FieldSet): readonly (readonly [PathElement, FieldSet])[] {
  return [...set.children].sort(([a], [b]) => compareElements(a, b));
}
