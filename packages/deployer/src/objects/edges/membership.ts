import { textAt } from '../fields.ts';
import { groupOf, type ObjectKey } from '../object-key.ts';
import type { Known, KnownObjects } from './known-objects.ts';

/** Namespace -> what lies in it. */
export function namespaceOf({ draft: { object } }: Known, known: KnownObjects): readonly ObjectKey[] {
  const { namespace } = object.metadata;
  return namespace === undefined ? [] : known.named('', 'Namespace', undefined, [namespace]);
}

/** Definition of a kind -> the objects of that kind. */
export function definitionOf({ draft: { object } }: Known, known: KnownObjects): readonly ObjectKey[] {
  const group = groupOf(object.apiVersion);
  return known
    .ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')
    .filter(({ draft }) => textAt(draft.object, 'spec', 'names', 'kind') === object.kind && textAt(draft.object, 'spec', 'group') === group)
    .map(({ key }) => key);
}

/** Rules that record a series -> rules that read it. */
export function recordersOf({ draft }: Known, known: KnownObjects): readonly ObjectKey[] {
  return (draft.after ?? []).flatMap((id) => known.ofArtifact(id).map(({ key }) => key));
}
