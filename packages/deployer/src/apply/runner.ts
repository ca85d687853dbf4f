import { type AppError, toAppError } from '@bud-o11y/model';
import type { Change, Plan } from '../plan/plan.ts';
import { waveNames } from '../plan/waves.ts';
import type { Session } from '../targets/target.ts';
import { type ApplyEvent, eventSchema, type Outcome } from './events.ts';
import { tallyOf } from './tally.ts';

export interface RunResult {
  readonly outcome: Outcome;
  /** Objects that were written or deleted. */
  readonly written: number;
  /** Why it failed. */
  readonly error?: AppError;
}

export interface RunOptions {
  readonly plan: Plan;
  readonly session: Session;
  /** The text to write at an address. */
  readonly textAt: (address: string) => string;
  readonly emit: (event: ApplyEvent) => void;
  /** Once aborted, the write under way ends and no other begins. */
  readonly signal: AbortSignal;
}

/**
 * Carries out a plan in its own order: wave after wave, deletions only after every write succeeded. Knows neither
 * kinds nor files. Whatever happens after the first write, the session records what is there before this returns.
 */
export async function runPlan({ plan, session, textAt, emit, signal }: RunOptions): Promise<RunResult> {
  const done: Change[] = [];
  const writes = plan.changes.filter((change) => change.to !== undefined);
  const removals = plan.changes.filter((change) => change.to === undefined);
  const waves = waveNames.map((wave) => ({ wave, changes: plan.changes.filter((change) => change.wave === wave).length }));
  emit({ event: 'runStarted', schema: eventSchema, environment: plan.environment, target: plan.target, waves, changes: plan.changes.length, unchanged: plan.unchanged.length });
  for (const problem of plan.warnings) emit({ event: 'problem', problem });
  if (session.takenOver !== undefined) emit({ event: 'lockTakenOver', holder: session.takenOver });

  const finish = (outcome: Outcome, error?: AppError): RunResult => {
    const written = done.filter((change) => change.action !== 'adopt' && change.action !== 'forget').length;
    emit({ event: 'runFinished', outcome, written, waves: tallyOf(plan, done) });
    return { outcome, written, ...(error === undefined ? {} : { error }) };
  };

  if (signal.aborted) return finish('stopped');
  try {
    await session.begin(plan);
    await carryOut();
    await session.end();
  } catch (thrown) {
    const error = toAppError(thrown);
    // The first failure is the one to tell; what was recorded by `begin` covers a record that fails now.
    if (error.code !== 'lockLost') await session.end().catch(() => undefined);
    return finish('failed', error);
  }
  return finish(signal.aborted && done.length < plan.changes.length ? 'stopped' : 'done');

  async function carryOut(): Promise<void> {
    for (const wave of waveNames) {
      const changes = writes.filter((change) => change.wave === wave);
      if (changes.length === 0) continue;
      emit({ event: 'waveStarted', wave, changes: changes.length });
      for (const change of changes) {
        if (isStopping()) return;
        await session.write(change, textAt(change.address));
        report(change);
      }
      emit({ event: 'waveFinished', wave });
    }
    if (removals.length === 0) return;
    emit({ event: 'pruneStarted', changes: removals.length });
    for (const change of removals) {
      if (isStopping()) return;
      await session.remove(change);
      report(change);
    }
  }

  function isStopping(): boolean {
    if (signal.aborted) emit({ event: 'stopping', left: plan.changes.length - done.length });
    return signal.aborted;
  }

  function report(change: Change): void {
    done.push(change);
    emit({ event: 'objectChanged', wave: change.wave, action: change.action, address: change.address, artifact: change.artifact, done: done.length, of: plan.changes.length });
  }
}

/** The events of a run that has nothing to do and touches nothing. */
export function emptyRun(plan: Plan, emit: (event: ApplyEvent) => void): void {
  emit({ event: 'runStarted', schema: eventSchema, environment: plan.environment, target: plan.target, waves: waveNames.map((wave) => ({ wave, changes: 0 })), changes: 0, unchanged: plan.unchanged.length });
  for (const problem of plan.warnings) emit({ event: 'problem', problem });
  emit({ event: 'runFinished', outcome: 'done', written: 0, waves: tallyOf(plan, []) });
}
