import type { Json } from '@bud-o11y/model';
import { type FieldPath, type FieldStep, isRecord, type ItemKeys, keyDefaults, valueAt } from '../../../plan/field-path.ts';
import type { FieldMatcher } from '../../../plan/field-pattern.ts';

/** Set of paths as the server writes it (`fieldsV1`): nested objects, `.` for a node that is itself in the set. */
type FieldSet = Readonly<Record<string, unknown>>;

/** The paths of a `fieldsV1`, as deep as they go; in its own order. */
export function fieldPaths(fieldsV1: unknown): readonly FieldPath[] {
  return pathsBelow(asSet(fieldsV1), []);
}

function pathsBelow(set: FieldSet, steps: FieldPath): readonly FieldPath[] {
  const children = Object.keys(set).filter((element) => element !== '.');
  if (children.length === 0) return steps.length === 0 ? [] : [steps];
  return children.flatMap((element) => pathsBelow(asSet(set[element]), [...steps, stepOf(element)]));
}

/** Whether a set has a path of an object: the path itself, or a field above it that is owned as a whole. */
export function hasPath(fieldsV1: unknown, path: FieldPath, object: unknown): boolean {
  let set = asSet(fieldsV1);
  for (const [position, step] of path.entries()) {
    const children = Object.keys(set).filter((element) => element !== '.');
    if (children.length === 0) return position > 0;
    const element = children.find((child) => leadsTo(stepOf(child), step, () => valueAt(object, path.slice(0, position + 1))));
    if (element === undefined) return false;
    set = asSet(set[element]);
  }
  return path.length > 0;
}

/** Two sets in one. */
export function unionOf(a: unknown, b: unknown): FieldSet {
  const [left, right] = [asSet(a), asSet(b)];
  // A leaf is in the set; it needs its mark once it has something below.
  const merged = Object.fromEntries([...new Set([...Object.keys(left), ...Object.keys(right)])].map((element) => {
    if (!Object.hasOwn(left, element)) return [element, right[element]];
    if (!Object.hasOwn(right, element)) return [element, left[element]];
    const [one, other] = [asSet(left[element]), asSet(right[element])];
    const isMember = [one, other].some((set) => Object.keys(set).length === 0);
    const union = unionOf(one, other);
    return [element, isMember && Object.keys(union).length > 0 ? { '.': {}, ...union } : union];
  }));
  return merged;
}

/** A set without the paths that match. A node that was in it only for what is below goes with that. */
export function withoutPaths(fieldsV1: unknown, matches: FieldMatcher): FieldSet {
  return remaining(asSet(fieldsV1), matches, []);
}

function remaining(set: FieldSet, matches: FieldMatcher, steps: FieldPath): FieldSet {
  return Object.fromEntries(Object.entries(set).flatMap(([element, below]): [string, unknown][] => {
    if (element === '.') return [[element, below]];
    const path = [...steps, stepOf(element)];
    if (matches(path)) return [];
    const left = remaining(asSet(below), matches, path);
    const isEmptied = Object.keys(left).length === 0 && Object.keys(asSet(below)).length > 0;
    return isEmptied ? [] : [[element, left]];
  }));
}

function leadsTo(element: FieldStep, step: FieldStep, item: () => unknown): boolean {
  if ('field' in element) return 'field' in step && element.field === step.field;
  if ('field' in step) return false;
  if ('index' in element) return 'index' in step && element.index === step.index;
  const found = item();
  if ('value' in element) return JSON.stringify(found) === JSON.stringify(element.value);
  return isRecord(found) && Object.entries(element.keys).every(([name, key]) => (found[name] ?? keyDefaults[name]) === key);
}

/** `f:name`, `k:{…}`, `v:…`, `i:3`. */
function stepOf(element: string): FieldStep {
  const rest = element.slice(2);
  switch (element.slice(0, 2)) {
    case 'k:':
      return { keys: parsed(rest) as ItemKeys };
    case 'v:':
      return { value: parsed(rest) };
    case 'i:':
      return { index: Number(rest) };
    default:
      return { field: rest };
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function asSet(value: unknown): FieldSet {
  return isRecord(value) ? value : {};
}
