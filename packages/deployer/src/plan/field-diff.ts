import { canonicalJson, compareText, sha256 } from '@bud-o11y/model';
import { type FieldPath, isRecord, keysText, pathText } from './field-path.ts';
import { identifyingFields, keysOf } from './list-keys.ts';

/** One field that differs. A side that has nothing there is undefined; both are when the values are hidden. */
export interface FieldChange {
  /** `spec.template.spec.containers[name=app].image` */
  readonly path: string;
  readonly steps: FieldPath;
  /** `reordered`: the same items in another order; the sides are the keys of the items. */
  readonly change: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
  /** Whether this is the content of a Secret, which is never shown. */
  readonly hidden: boolean;
}

/** What the server writes into every object; a difference there is nobody's wish. */
const serverMetadata: ReadonlySet<string> = new Set(['managedFields', 'resourceVersion', 'uid', 'creationTimestamp', 'generation', 'selfLink']);

/** A copy of the whole object that client-side apply leaves behind: no field of its own, and it may hold secrets. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * How two states of one Kubernetes object differ, field by field, sorted by path; `status` and what the server owns left
 * out. An absent object is one without fields. Items of lists are matched by their keys where they have some, else by
 * position.
 */
export function fieldDiff(before: unknown, after: unknown): readonly FieldChange[] {
  const [old, now] = [ownFields(before), ownFields(after)];
  const isSecret = (now['kind'] ?? old['kind']) === 'Secret';
  const hides = (steps: FieldPath): boolean => {
    const first = steps[0];
    return isSecret && first !== undefined && 'field' in first && (first.field === 'data' || first.field === 'stringData');
  };
  return differences(old, now, [])
    .map(({ steps, change, before: left, after: right }): FieldChange => {
      const hidden = hides(steps);
      return { path: pathText(steps), steps, change, ...(left === undefined || hidden ? {} : { before: left }), ...(right === undefined || hidden ? {} : { after: right }), hidden };
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** What identifies a diff: an approved one and a later one are the same when this is. Hidden values are not in it. */
export function diffDigest(changes: readonly FieldChange[]): string {
  return sha256(canonicalJson(changes.map(({ path, change, before, after }) => ({ path, change, before, after }))));
}

type Difference = Pick<FieldChange, 'steps' | 'change' | 'before' | 'after'>;

function differences(before: unknown, after: unknown, steps: FieldPath): readonly Difference[] {
  if (Object.is(before, after)) return [];
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => differences(own(before, field), own(after, field), [...steps, { field }]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, steps);
  if (before === undefined) return [{ steps, change: 'added', after }];
  if (after === undefined) return [{ steps, change: 'removed', before }];
  return [{ steps, change: 'changed', before, after }];
}

/** `constructor` and the like are on every object, and in none that was parsed. */
function own(record: Readonly<Record<string, unknown>>, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}

function listDifferences(before: readonly unknown[], after: readonly unknown[], steps: FieldPath): readonly Difference[] {
  const last = steps.at(-1);
  const fields = identifyingFields(last !== undefined && 'field' in last ? last.field : '', before, after);
  if (fields === undefined) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => differences(before[index], after[index], [...steps, { index }])).flat();
  }
  const [old, now] = [byKeys(before, fields), byKeys(after, fields)];
  const kept = [...now.keys()].filter((key) => old.has(key));
  const order = [...old.keys()].filter((key) => now.has(key));
  return [
    ...[...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [was, is] = [old.get(key), now.get(key)];
      return differences(was?.item, is?.item, [...steps, { keys: (is ?? was)?.keys ?? {} }]);
    }),
    ...(order.every((key, index) => kept[index] === key) ? [] : [{ steps, change: 'reordered' as const, before: order, after: kept }]),
  ];
}

function byKeys(list: readonly unknown[], fields: readonly string[]) {
  return new Map(list.map((item) => {
    const keys = keysOf(item, fields) ?? {};
    return [keysText(keys), { keys, item }] as const;
  }));
}

/** An object without `status` and what the server owns. */
function ownFields(object: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(object)) return { metadata: {} };
  const { status: _, ...fields } = object;
  return { ...fields, metadata: ownMetadata(object['metadata']) };
}

function ownMetadata(metadata: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(metadata)) return {};
  const { annotations, ...others } = metadata;
  const fields = Object.entries(others).filter(([name]) => !serverMetadata.has(name));
  const notes = isRecord(annotations) ? Object.entries(annotations).filter(([name]) => name !== lastApplied) : [];
  return Object.fromEntries(notes.length === 0 ? fields : [...fields, ['annotations', Object.fromEntries(notes)]]);
}
