import { AppError, canonicalJson, errorKinds, exitCodes, type ExitCode, type Problem, sha256 } from '@bud-o11y/model';
import type { ApplyEvent } from '../apply/events.ts';
import { emptyRun, runPlan, type RunResult } from '../apply/runner.ts';
import type { Host } from '../host.ts';
import { isEmpty } from '../plan/plan.ts';
import { type SavedPlan, staleness } from '../plan/plan-file.ts';
import { jsonReporter, textReporter } from '../report/apply-report.ts';
import { errorText } from '../report/error-text.ts';
import { type Failure, failureJson } from '../report/failure-json.ts';
import { printable } from '../report/printable.ts';
import { problemText } from '../report/problem-text.ts';
import type { Target } from '../targets/target.ts';
import type { Collected } from './collect.ts';
import { answersForMissing, type Invocation, optionText } from './command.ts';
import { type PlannedTarget, planFor } from './plan-for.ts';
import { timeoutOf } from './timeout.ts';

interface ApplyTo {
  readonly collected: Collected;
  readonly target: Target;
  readonly invocation: Invocation;
  readonly host: Host;
  /** The reviewed plan to carry out; without one the plan of this moment is. */
  readonly saved?: SavedPlan;
  /** Hears every event beside the reporter. */
  readonly listen?: (event: ApplyEvent) => void;
  /** Whether everything that is owned goes: the budget that guards against that does not ask. */
  readonly destroying?: boolean;
}

/**
 * Plans, takes the lock, plans again under it, and carries the plan out. Nothing is touched, not even the lock, when
 * there is nothing to do.
 * @throws AppError `stalePlan`, `lockHeld`, and what the target throws before the first write.
 */
export async function applyTo({ collected, target, invocation, host, saved, listen = () => undefined, destroying = false }: ApplyTo): Promise<ExitCode> {
  const report = invocation.output === 'json' ? jsonReporter(host) : textReporter(host, invocation.palettes, destroying ? 'delete' : 'apply');
  const held: Problem[] = [];
  const emit = (event: ApplyEvent): void => {
    if (event.event === 'objectHeld') held.push(event.problem);
    report(event);
    listen(event);
  };
  const options = { depth: saved === undefined ? 'quick' : 'full', adopt: invocation.options['adopt'] === true || saved?.adopt === true, signal: host.signal } as const;
  const timeoutMs = timeoutOf(optionText(invocation, 'timeout'));
  const review = async (): Promise<PlannedTarget | undefined> => {
    const planned = await planFor(collected.ordered, target, options);
    const guarded = saved === undefined && !destroying;
    const refused = [...planned.plan.conflicts, ...(guarded ? planned.budget : []), ...(destroying ? [] : missingSources(planned, invocation, saved))];
    if (refused.length === 0) {
      if (saved !== undefined) assertFresh(saved, planned);
      return planned;
    }
    tell(refused, planned);
    return undefined;
  };
  let failure: Failure = {};
  const tell = (refused: PlannedTarget['plan']['conflicts'], { plan }: PlannedTarget): void => {
    failure = { problems: refused };
    const told = [...refused, ...plan.warnings];
    host.err.write(problemText(told, invocation.palettes.err));
    for (const problem of told) (invocation.output === 'json' ? emit : listen)({ event: 'problem', problem });
  };
  const ended = (exit: ExitCode, told = failure): ExitCode => {
    if (invocation.output === 'json' && exit !== exitCodes.done) host.out.write(failureJson(told, exit));
    return exit;
  };
  const endedAs = (result: RunResult): ExitCode => ended(exitOf(result, invocation, host), result.error === undefined ? { problems: held } : { error: result.error, problems: held });

  const before = await review();
  if (before === undefined) return ended(exitCodes.decision);
  if (host.signal.aborted) return ended(exitCodes.cancelled);
  if (isEmpty(before.plan)) return endedAs(emptyRun(before.plan, emit));
  const lacking = await target.permissions(before.plan);
  if (lacking.length > 0) {
    tell(lacking, before);
    return ended(exitCodes.error);
  }
  const reason = optionText(invocation, 'reason');
  const session = await target.lock({ signal: host.signal, onWait: (holder, waitMs) => emit({ event: 'lockAwaited', holder, waitMs }), bundle: bundleDigest(before), ...(reason === undefined ? {} : { reason }), ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  try {
    const planned = await review();
    if (planned === undefined) return ended(exitCodes.decision);
    return endedAs(await runPlan({ plan: planned.plan, session, desired: planned.desired, emit, signal: host.signal }));
  } finally {
    await session.release().catch((thrown: unknown) => tellUnreleased(thrown, invocation, host));
  }
}

/** How the run ended is more important than that its lock was not given back. */
function tellUnreleased(thrown: unknown, invocation: Invocation, host: Host): void {
  if (!(thrown instanceof AppError)) throw thrown;
  host.err.write(`${invocation.palettes.err.changed('notice')} the lock could not be given back: ${printable(thrown.message)}; the next apply takes it over when its time is up, \`npx bud-o11y unlock -e ${invocation.environment}\` at once\n`);
}

function exitOf({ outcome, written, shortfall, error }: RunResult, invocation: Invocation, host: Host): ExitCode {
  if (error !== undefined) host.err.write(errorText(error, invocation.palettes.err));
  if (outcome === 'done') return exitCodes.done;
  if (outcome === 'incomplete') return shortfall.exit(written);
  if (error?.code === 'lockLost') return errorKinds.lockLost.exit;
  if (written > 0) return exitCodes.partial;
  return error === undefined ? exitCodes.cancelled : errorKinds[error.code].exit;
}

function bundleDigest({ plan, desired }: PlannedTarget): string {
  return sha256(canonicalJson({ environment: plan.environment, objects: [...desired.values()].map(({ address, digest }) => `${address} ${digest}`) }));
}

/** What cannot be rendered is left as it is only on somebody's word, or by a plan that was reviewed so. */
function missingSources({ plan }: PlannedTarget, invocation: Invocation, saved: SavedPlan | undefined): PlannedTarget['plan']['conflicts'] {
  if (answersForMissing(invocation) || saved !== undefined) return [];
  return plan.missing.map(({ source, why }) => ({
    code: 'plan-missing-source',
    severity: 'error',
    where: { artifact: source },
    what: `${source} could not be rendered: ${why}`,
    why: 'its objects would stay as they are, and what needs them would be applied all the same',
    fix: 'make it available, or apply the rest with --without-charts',
  }));
}

function assertFresh(saved: SavedPlan, { plan }: PlannedTarget): void {
  const lines = staleness(saved, plan);
  if (lines.length > 0) throw new AppError('stalePlan', `the plan no longer fits:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
