import { AppError, errorKinds, exitCodes, type ExitCode } from '@bud-o11y/model';
import { emptyRun, runPlan } from '../apply/runner.ts';
import type { Host } from '../host.ts';
import { pruneBudget } from '../plan/budget.ts';
import { isEmpty } from '../plan/plan.ts';
import { type SavedPlan, staleness } from '../plan/plan-file.ts';
import { jsonReporter, textReporter } from '../report/apply-report.ts';
import { errorText } from '../report/error-text.ts';
import { problemText } from '../report/problem-text.ts';
import type { Target } from '../targets/target.ts';
import type { Collected } from './collect.ts';
import type { Invocation } from './command.ts';
import { type PlannedTarget, planFor } from './plan-for.ts';

interface ApplyTo {
  readonly collected: Collected;
  readonly target: Target;
  readonly invocation: Invocation;
  readonly host: Host;
  /** The reviewed plan to carry out; without one the plan of this moment is. */
  readonly saved?: SavedPlan;
}

/**
 * Plans, takes the lock, plans again under it, and carries the plan out. Nothing is touched, not even the lock, when
 * there is nothing to do.
 * @throws AppError `stalePlan`, `lockHeld`, and what the target throws before the first write.
 */
export async function applyTo({ collected, target, invocation, host, saved }: ApplyTo): Promise<ExitCode> {
  const emit = invocation.output === 'json' ? jsonReporter(host) : textReporter(host, invocation.palettes);
  const review = async (): Promise<PlannedTarget | undefined> => {
    const planned = await planFor(collected.environment.name, collected.ordered, target);
    const refused = [...planned.plan.conflicts, ...(saved === undefined ? pruneBudget(planned.plan, planned.snapshot.owned.length) : [])];
    if (refused.length === 0) {
      if (saved !== undefined) assertFresh(saved, planned);
      return planned;
    }
    const told = [...refused, ...planned.plan.warnings];
    host.err.write(problemText(told, invocation.palettes.err));
    if (invocation.output === 'json') for (const problem of told) emit({ event: 'problem', problem });
    return undefined;
  };

  const before = await review();
  if (before === undefined) return exitCodes.decision;
  if (host.signal.aborted) return exitCodes.cancelled;
  if (isEmpty(before.plan)) {
    emptyRun(before.plan, emit);
    return exitCodes.done;
  }
  const session = await target.lock();
  try {
    const planned = await review();
    if (planned === undefined) return exitCodes.decision;
    const result = await runPlan({ plan: planned.plan, session, textAt: (address) => planned.desired.get(address)?.text ?? '', emit, signal: host.signal });
    if (result.error !== undefined) host.err.write(errorText(result.error, invocation.palettes.err));
    if (result.outcome === 'done') return exitCodes.done;
    if (result.written > 0) return exitCodes.partial;
    return result.error === undefined ? exitCodes.cancelled : errorKinds[result.error.code].exit;
  } finally {
    await session.release();
  }
}

function assertFresh(saved: SavedPlan, { plan }: PlannedTarget): void {
  const lines = staleness(saved, plan);
  if (lines.length > 0) throw new AppError('stalePlan', `the plan no longer fits:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
