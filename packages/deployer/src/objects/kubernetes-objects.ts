import { type Bundle, compareProblems, compareText, type Environment, type Problem, sha256 } from '@bud-o11y/model';
import { fieldMatcher, withoutFields } from '../plan/field-pattern.ts';
import { waveIndex } from '../plan/waves.ts';
import type { Draft } from './draft.ts';
import { generatorDrafts } from './drafts.ts';
import { withoutDuplicates } from './duplicates.ts';
import { objectEdges } from './edges/index.ts';
import { oversized } from './limits.ts';
import type { PlacedObject } from './object.ts';
import { objectKey } from './object-key.ts';
import { objectRulesOf } from './object-rules.ts';
import { objectWaves } from './object-waves.ts';
import { policyOf } from './policy.ts';

/** What an environment shall have in its cluster, and the faults of it. */
export interface KubernetesObjects {
  /** By wave, then by key: the same order for the same bundle. */
  readonly objects: readonly PlacedObject[];
  /** Sorted. Nothing is applied while an error stands. */
  readonly problems: readonly Problem[];
}

/**
 * Turns the bundle of an environment into objects. `expanded` are the objects of the releases whose charts could be
 * rendered. Pure: the same input, the same objects in the same order.
 */
export function kubernetesObjects(bundle: Bundle, environment: Environment, expanded: readonly Draft[] = []): KubernetesObjects {
  const { drafts, problems } = withoutDuplicates([...generatorDrafts(bundle, environment), ...expanded]);
  const edges = objectEdges(drafts);
  const waves = objectWaves(new Map(drafts.map((draft) => [objectKey(draft.object), draft.wave])), edges);
  const rules = objectRulesOf(environment);
  const tooLarge: Problem[] = [];
  const objects = drafts.map((draft): PlacedObject => {
    const key = objectKey(draft.object);
    const policy = policyOf(draft, rules);
    const object = policy.ignores === undefined ? draft.object : withoutFields(draft.object, fieldMatcher(policy.ignores));
    const text = JSON.stringify(object);
    const placed: PlacedObject = {
      key,
      object,
      // Written again when somebody reads it: ten thousand kept texts are a tenth of what an apply may take.
      get text() {
        return JSON.stringify(object);
      },
      digest: sha256(text),
      source: draft.source,
      wave: waves.get(key) ?? draft.wave,
      needs: edges.get(key) ?? [],
      policy,
      ...(draft.artifact === undefined ? {} : { artifact: draft.artifact }),
    };
    tooLarge.push(...oversized(placed, text));
    return placed;
  }).sort((a, b) => waveIndex(a.wave) - waveIndex(b.wave) || compareText(a.key, b.key));
  return { objects, problems: [...problems, ...tooLarge].sort(compareProblems) };
}
