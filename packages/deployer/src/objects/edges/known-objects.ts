import type { Draft } from '../draft.ts';
import type { ObjectSource } from '../object.ts';
import { groupOf, keyOf, objectKey, type ObjectKey } from '../object-key.ts';

/** A draft with its key. */
export interface Known {
  readonly key: ObjectKey;
  readonly draft: Draft;
}

/** The objects of one environment, with the look-ups that edges are made from. */
export interface KnownObjects {
  readonly all: readonly Known[];
  has(key: ObjectKey): boolean;
  /** Every object of a kind, in every namespace. `group` is empty for the core group. */
  ofKind(group: string, kind: string): readonly Known[];
  /** The objects that an artifact became. */
  ofArtifact(id: string): readonly Known[];
  ofSource(source: ObjectSource): readonly Known[];
  /** The keys of `names` that are in the environment: objects of others are no edges. */
  named(group: string, kind: string, namespace: string | undefined, names: Iterable<string>): readonly ObjectKey[];
}

/** Indexes objects once, so that the edges of ten thousand cost no more than ten thousand times those of one. */
export function knownObjects(drafts: readonly Draft[]): KnownObjects {
  const all = drafts.map((draft): Known => ({ key: objectKey(draft.object), draft }));
  const keys = new Set(all.map(({ key }) => key));
  const kinds = Map.groupBy(all, ({ draft: { object } }) => `${groupOf(object.apiVersion)}/${object.kind}`);
  const artifacts = Map.groupBy(all, ({ draft }) => draft.artifact ?? '');
  const sources = Map.groupBy(all, ({ draft }) => draft.source);
  return {
    all,
    has: (key) => keys.has(key),
    ofKind: (group, kind) => kinds.get(`${group}/${kind}`) ?? [],
    ofArtifact: (id) => artifacts.get(id as NonNullable<Draft['artifact']>) ?? [],
    ofSource: (source) => sources.get(source) ?? [],
    named: (group, kind, namespace, names) => [...names].map((name) => keyOf({ group, kind, name, ...(namespace === undefined ? {} : { namespace }) })).filter((key) => keys.has(key)),
  };
}
