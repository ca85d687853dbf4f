import { type FieldSet, node, sortedChildren } from './field-set.ts';
import type { PathElement } from './path-element.ts';

/** The wire form of a set of paths: nested objects, `.` for a node that is itself a member and has members below. */
export interface FieldsV1 {
  readonly [element: string]: FieldsV1;
}

export function toFieldsV1(set: FieldSet): FieldsV1 {
  const own: readonly (readonly [string, FieldsV1])[] = set.member && set.children.size > 0 ? [['.', {}]] : [];
  return Object.fromEntries([...own, ...sortedChildren(set).map(([element, child]) => [element, toFieldsV1(child)] as const)]);
}

export function fromFieldsV1(fields: FieldsV1): FieldSet {
  return { ...read(fields), member: false };
}

function read(fields: FieldsV1): FieldSet {
  const children = Object.entries(fields).filter(([element]) => element !== '.').map(([element, child]) => [element as PathElement, read(child)] as const);
  return node(Object.hasOwn(fields, '.') || children.length === 0, children);
}
