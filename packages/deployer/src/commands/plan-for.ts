import { type Artifact, ProblemsError } from '@bud-o11y/model';
import type { DesiredObject } from '../plan/snapshot.ts';
import type { PlanOptions, Target, TargetPlan } from '../targets/target.ts';

/** A plan, and what it was made from. */
export interface PlannedTarget extends TargetPlan {
  readonly desired: ReadonlyMap<string, DesiredObject>;
}

/**
 * Compares a bundle with what a target holds now.
 * @throws ProblemsError when the target has no place for an artifact.
 */
export async function planFor(artifacts: readonly Artifact[], target: Target, options: PlanOptions): Promise<PlannedTarget> {
  const { objects, problems } = target.place(artifacts);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  return { ...(await target.plan(objects, options)), desired: new Map(objects.map((object) => [object.address, object])) };
}
