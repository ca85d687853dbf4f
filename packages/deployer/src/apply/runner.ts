import { type AppError, type Problem, toAppError } from '@bud-o11y/model';
import { type Change, type Plan, startable } from '../plan/plan.ts';
import type { DesiredObject } from '../plan/snapshot.ts';
import { waveNames } from '../plan/waves.ts';
import type { Session } from '../targets/target.ts';
import { type ApplyEvent, eventSchema, type Outcome } from './events.ts';
import { runRemovals } from './removals.ts';
import { type Shortfall, noShortfall } from './shortfall.ts';
import { tallyOf } from './tally.ts';
import { runWrites } from './writes.ts';

export interface RunResult {
  readonly outcome: Outcome;
  /** Objects that were written or deleted. */
  readonly written: number;
  /** What was not carried out though the run went on. */
  readonly shortfall: Shortfall;
  /** Why it failed as a whole. */
  readonly error?: AppError;
}

export interface RunOptions {
  readonly plan: Plan;
  readonly session: Session;
  readonly desired: ReadonlyMap<string, DesiredObject>;
  readonly emit: (event: ApplyEvent) => void;
  /** Once aborted, writes under way end and no other begins. */
  readonly signal: AbortSignal;
}

/** What the phases of a run share. */
export interface Run extends RunOptions {
  readonly shortfall: Shortfall;
  /** Every change that was carried out, as it was: `written` tells whether it touched the object. */
  report(change: Change, written: boolean, warnings?: readonly string[]): void;
  /** Says that a change that failed has touched the target all the same. */
  touched(): void;
  /** Whether to begin nothing more. */
  isStopping(): boolean;
}

/**
 * Carries out a plan: writes as their needs allow, deletions only after every write is in place. Knows neither kinds nor
 * files. Whatever happens after the first write, the session records what is there before this returns; only a lost
 * lock leaves the record to whoever holds it now.
 */
export async function runPlan(options: RunOptions): Promise<RunResult> {
  const { plan, session, emit, signal } = options;
  const shortfall = noShortfall();
  const done: Change[] = [];
  const changes = startable(plan);
  let written = 0;
  let told = false;
  const run: Run = {
    ...options,
    shortfall,
    report(change, touched, warnings = []) {
      done.push(change);
      if (touched) written += 1;
      const { wave, action, address, artifact } = change;
      emit({ event: 'objectChanged', wave, action, address, artifact, done: done.length, of: changes.length, ...(warnings.length === 0 ? {} : { warnings }) });
    },
    touched() {
      written += 1;
    },
    isStopping() {
      if (signal.aborted && !told) emit({ event: 'stopping', left: changes.length - done.length });
      told ||= signal.aborted;
      return signal.aborted;
    },
  };

  announce(options, changes);
  const finish = (outcome: Outcome, error?: AppError): RunResult => {
    emit({ event: 'runFinished', outcome, written, waves: tallyOf(plan, done) });
    return { outcome, written, shortfall, ...(error === undefined ? {} : { error }) };
  };

  const tell = (problems: readonly Problem[]): void => problems.forEach((problem) => emit({ event: 'problem', problem }));

  if (signal.aborted) return finish('stopped');
  try {
    await session.begin(plan);
    const complete = await runWrites(run);
    await runRemovals(run);
    const stopped = signal.aborted && (!complete || done.length < changes.length);
    tell(await session.end(stopped ? 'stopped' : shortfall.isEmpty ? 'done' : 'failed'));
    return finish(stopped ? 'stopped' : shortfall.isEmpty ? 'done' : 'incomplete');
  } catch (thrown) {
    const error = toAppError(thrown);
    // The first failure is the one to tell; what was recorded by `begin` covers a record that fails now.
    if (error.code !== 'lockLost') tell(await session.end('failed').catch(() => []));
    return finish('failed', error);
  }
}

/** The events of a run that has nothing to do and touches nothing. */
export function emptyRun(plan: Plan, emit: (event: ApplyEvent) => void): RunResult {
  announce({ plan, emit }, []);
  const shortfall = noShortfall();
  shortfall.held(plan.held);
  const outcome = shortfall.isEmpty ? 'done' : 'incomplete';
  emit({ event: 'runFinished', outcome, written: 0, waves: tallyOf(plan, []) });
  return { outcome, written: 0, shortfall };
}

function announce({ plan, session, emit }: Pick<RunOptions, 'plan' | 'emit'> & Partial<Pick<RunOptions, 'session'>>, changes: readonly Change[]): void {
  const waves = waveNames.map((wave) => ({ wave, changes: changes.filter((change) => change.wave === wave).length }));
  emit({ event: 'runStarted', schema: eventSchema, environment: plan.environment, target: plan.target, waves, changes: changes.length, unchanged: plan.unchanged.length });
  for (const problem of plan.warnings) emit({ event: 'problem', problem });
  if (session?.takenOver !== undefined) emit({ event: 'lockTakenOver', holder: session.takenOver });
  for (const { reason, address, artifact, wave, problem } of plan.held) emit({ event: 'objectHeld', reason, address, artifact, wave, problem });
}
