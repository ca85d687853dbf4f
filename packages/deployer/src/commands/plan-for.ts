import { type Artifact, ProblemsError } from '@bud-o11y/model';
import { makePlan, type Plan } from '../plan/plan.ts';
import type { DesiredObject, Snapshot } from '../plan/snapshot.ts';
import type { Target } from '../targets/target.ts';

/** A plan, and what it was made from. */
export interface PlannedTarget {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly desired: ReadonlyMap<string, DesiredObject>;
}

/**
 * Compares a bundle with what a target holds now.
 * @throws ProblemsError when the target has no place for an artifact.
 */
export async function planFor(environment: string, artifacts: readonly Artifact[], target: Target): Promise<PlannedTarget> {
  const { objects, problems } = target.place(artifacts);
  if (problems.length > 0) throw new ProblemsError(problems);
  const snapshot = await target.snapshot(objects);
  return { plan: makePlan(environment, target.identity, objects, snapshot), snapshot, desired: new Map(objects.map((object) => [object.address, object])) };
}
