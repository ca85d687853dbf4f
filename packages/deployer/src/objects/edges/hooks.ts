import type { ObjectKey } from '../object-key.ts';
import { podLabels } from '../workload.ts';
import type { Known, KnownObjects } from './known-objects.ts';

/**
 * The order that a chart's hooks ask for, in edges: the hooks of a lower weight, and what those of the same weight
 * bring along -> a hook that runs pods; hooks before -> the workloads of the release -> hooks after.
 * Only what starts pods waits, so that a hook may use everything else of its release.
 */
export function hooksOf({ key, draft }: Known, known: KnownObjects): readonly ObjectKey[] {
  if (podLabels(draft.object) === undefined || !draft.source.startsWith('release:')) return [];
  const { hook } = draft;
  const others = known.ofSource(draft.source).filter((other) => other.key !== key);
  const before = others.filter((other) => other.draft.hook?.when === 'before');
  if (hook === undefined) return keys(before);
  const same = others.filter((other) => other.draft.hook?.when === hook.when);
  const earlier = same.filter((other) => (other.draft.hook?.weight ?? 0) < hook.weight || (other.draft.hook?.weight === hook.weight && podLabels(other.draft.object) === undefined));
  if (hook.when === 'before') return keys(earlier);
  return keys([...before, ...earlier, ...others.filter((other) => other.draft.hook === undefined && podLabels(other.draft.object) !== undefined)]);
}

function keys(all: readonly Known[]): readonly ObjectKey[] {
  return all.map(({ key }) => key);
}
