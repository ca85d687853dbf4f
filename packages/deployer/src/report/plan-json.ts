import { canonicalJson } from '@bud-o11y/model';
import type { Plan } from '../plan/plan.ts';

/** A plan for a program: everything but the content. */
export function planJson(plan: Plan): string {
  return canonicalJson({ schema: 1, ...plan, unchanged: plan.unchanged.map(({ address, artifact, wave, digest }) => ({ address, artifact, wave, digest })) });
}
