import type { Problem } from '@bud-o11y/model';
import type { Plan } from './plan.ts';

/** More deletions than this, or a tenth of what is owned, need a plan that somebody reviewed. */
const alwaysAllowed = 5;

/**
 * At most one Problem: a render that went wrong must not turn into a mass delete. `owned` is the size of the inventory.
 * An apply of a saved plan does not ask.
 */
export function pruneBudget(plan: Plan, owned: number): readonly Problem[] {
  const deletions = plan.changes.filter((change) => change.action === 'delete').length;
  const kept = plan.unchanged.length + plan.held.length + plan.changes.filter((change) => change.to !== undefined).length;
  return budgetProblem({ deletions, owned, isEmpty: kept === 0 });
}

/** What the budget is about. `owned` counts what the deletions are chosen from, `isEmpty` tells a bundle with nothing in it. */
export interface Deletions {
  readonly deletions: number;
  readonly owned: number;
  readonly isEmpty: boolean;
}

/** The budget itself, for targets that count for themselves. */
export function budgetProblem({ deletions, owned, isEmpty }: Deletions): readonly Problem[] {
  const allowed = Math.max(alwaysAllowed, Math.floor(owned / 10));
  if (deletions === 0 || (deletions <= allowed && !isEmpty)) return [];
  return [{
    code: 'plan-prune-budget',
    severity: 'error',
    where: {},
    what: isEmpty ? `the bundle is empty: all ${deletions} owned objects would be deleted` : `${deletions} of ${owned} owned objects would be deleted; without review at most ${allowed} may be`,
    why: 'a fault in a generator looks exactly like this',
    fix: 'review the deletions with `plan --out plan.json`, then run `apply --plan plan.json`',
  }];
}
