import type { Change, Plan } from '../plan/plan.ts';
import type { DesiredObject } from '../plan/snapshot.ts';

/** One object in a run. Without a change it is only waited for. */
export interface Step {
  readonly object: DesiredObject;
  readonly change?: Change;
  /** Position in the plan: of those that may start the first one does. */
  readonly position: number;
}

/** A step that cannot start, and what failed: a need of its own, or a need of its needs. */
export interface RuledOut {
  readonly step: Step;
  readonly because: string;
}

/** The steps of a run, and what waits for what. */
export interface Schedule {
  /** The next step whose needs are all in place; undefined when there is none now. */
  next(): Step | undefined;
  /** Says that a step's object is in place, so that others may start. */
  done(step: Step): void;
  /** Says that it is not and will not be: gives every step that now cannot start, each with the need that fails it. */
  failed(address: string): readonly RuledOut[];
  /** Steps that were neither given out nor ruled out. */
  readonly waiting: number;
}

/**
 * Follows edges, not waves: a step may start when its own needs are in place. Needs that are not in the run count as in
 * place, unless the plan holds them: then what needs them is ruled out at once, and told by `ruledOut`.
 */
export function schedule(plan: Plan, desired: ReadonlyMap<string, DesiredObject>): { readonly schedule: Schedule; readonly steps: readonly Step[]; readonly ruledOut: readonly RuledOut[] } {
  const steps = stepsOf(plan, desired);
  const byAddress = new Map(steps.map((step) => [step.object.address, step]));
  const heldAddresses = new Set(plan.held.map((held) => held.address));
  const open = new Map<string, number>();
  const dependents = new Map<string, Step[]>();
  const startable: Step[] = [];
  const settled = new Set<string>();

  for (const step of steps) {
    const needs = step.object.needs.filter((need) => byAddress.has(need) || heldAddresses.has(need));
    open.set(step.object.address, needs.length);
    for (const need of needs) {
      const list = dependents.get(need);
      if (list === undefined) dependents.set(need, [step]);
      else list.push(step);
    }
  }
  // Last first, so that taking one from the end takes the first of the plan.
  for (const step of steps.toReversed()) if (open.get(step.object.address) === 0) startable.push(step);

  const made: Schedule = {
    get waiting() {
      return steps.length - settled.size;
    },
    next() {
      for (;;) {
        const step = startable.pop();
        if (step === undefined) return undefined;
        if (settled.has(step.object.address)) continue;
        settled.add(step.object.address);
        return step;
      }
    },
    done({ object }) {
      const freed = (dependents.get(object.address) ?? []).filter((step) => {
        const left = (open.get(step.object.address) ?? 1) - 1;
        open.set(step.object.address, left);
        return left === 0;
      });
      if (freed.length === 0) return;
      startable.push(...freed);
      startable.sort((a, b) => b.position - a.position);
    },
    failed(failedAddress) {
      const out: RuledOut[] = [];
      const visit = (address: string, because: string): void => {
        for (const step of dependents.get(address) ?? []) {
          if (settled.has(step.object.address)) continue;
          settled.add(step.object.address);
          out.push({ step, because });
          visit(step.object.address, because);
        }
      };
      visit(failedAddress, failedAddress);
      return out;
    },
  };
  const ruledOut = plan.held.flatMap((held) => made.failed(held.address));
  return { schedule: made, steps, ruledOut };
}

/**
 * The writes of the plan in its order; before them what they need that is unchanged, and what an earlier apply left
 * unsettled: neither is written, both are waited for.
 */
function stepsOf(plan: Plan, desired: ReadonlyMap<string, DesiredObject>): readonly Step[] {
  const writes = plan.changes.flatMap((change): { object: DesiredObject; change: Change }[] => {
    const object = desired.get(change.address);
    return change.to === undefined || object === undefined ? [] : [{ object, change }];
  });
  const needed = new Set(writes.flatMap(({ object }) => object.needs));
  const waited = plan.unchanged.filter((object) => plan.unsettled.has(object.address) || needed.has(object.address));
  return [...waited.map((object) => ({ object })), ...writes].map((step, position) => ({ ...step, position }));
}
