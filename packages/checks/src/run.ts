import { type Environment, type Problem, ProblemsError, compareProblems, environmentNamed, environmentNames } from '@bud-o11y/model';
import type { Check } from './check.ts';
import type { CheckContext } from './context.ts';
import { suppress } from './suppress.ts';
import type { Suppression } from './suppressions.ts';

/** What a run takes beside the context. */
export interface Run {
  readonly checks: readonly Check[];
  readonly suppressions: readonly Suppression[];
  /** `YYYY-MM-DD`; passed in, so that the same input gives the same list on every day. */
  readonly today: string;
}

/** Runs checks over a context: what they found and what stands in the artifacts already, suppressions honoured, sorted. */
export function run(context: CheckContext, { checks, suppressions, today }: Run): readonly Problem[] {
  const found = checks.flatMap((check) => check.run(context));
  const made = context.bundle.artifacts.flatMap(({ problems }) => problems);
  return [...suppress(found, suppressions, context, today), ...made].sort(compareProblems);
}

/** Every environment whose file is valid. What is wrong with another one is said when that one is read. */
export function validEnvironments(): readonly Environment[] {
  return environmentNames.flatMap((name) => {
    try {
      return [environmentNamed(name)];
    } catch (thrown) {
      if (thrown instanceof ProblemsError) return [];
      throw thrown;
    }
  });
}
