import { AppError } from '@bud-o11y/model';
import type { Written } from '../targets/target.ts';
import type { Run } from './runner.ts';
import { type RuledOut, schedule, type Step } from './schedule.ts';
import { waveProgress } from './wave-progress.ts';

/**
 * Writes everything that the plan says, each object as soon as what it needs is in place, at most `concurrency` at once.
 * What fails for itself is told, and what needs it is not begun. Gives whether nothing was left undone by a signal.
 * @throws what stops the whole run, after the writes under way have ended.
 */
export async function runWrites(run: Run): Promise<boolean> {
  const { plan, session, desired, emit, shortfall } = run;
  const { schedule: ahead, steps, ruledOut } = schedule(plan, desired);
  const waves = waveProgress(steps, emit);
  const halt = new AbortController();
  const stopWaiting = AbortSignal.any([run.signal, halt.signal, ...(session.lost === undefined ? [] : [session.lost])]);
  let failure: unknown;
  let writing = 0;
  let interrupted = false;

  shortfall.held(plan.held);
  skip(ruledOut);
  await new Promise<void>((resolve) => {
    let active = 0;
    const pump = (): void => {
      while (!halt.signal.aborted && writing < session.concurrency && !run.isStopping()) {
        const step = ahead.next();
        if (step === undefined) break;
        active += 1;
        void carryOut(step)
          .catch((thrown: unknown) => {
            if (!halt.signal.aborted) failure = thrown;
            halt.abort();
          })
          .finally(() => {
            active -= 1;
            pump();
          });
      }
      if (active === 0) resolve();
    };
    pump();

    async function carryOut(step: Step): Promise<void> {
      waves.started(step);
      if (step.change !== undefined && !(await write(step, pump))) return waves.ended(step);
      await inPlace(step);
      waves.ended(step);
    }
  });
  if (halt.signal.aborted) throw failure;
  return !interrupted && ahead.waiting === 0;

  /** Whether the object is there now. The place for another write is free again when this returns. */
  async function write(step: Step, next: () => void): Promise<boolean> {
    const { change, object } = step;
    if (change === undefined) return true;
    let written: Written;
    writing += 1;
    try {
      written = await session.write(change, object);
    } finally {
      writing -= 1;
    }
    if (written.outcome === 'conflict') {
      emit({ event: 'objectHeld', reason: 'dispute', wave: object.wave, address: object.address, artifact: object.artifact, problem: written.problem });
      shortfall.held([{ reason: 'dispute', problem: written.problem }]);
      skip(ahead.failed(object.address));
      return false;
    }
    if (written.outcome === 'failed') {
      fail(step, written.error);
      shortfall.failed(written.error);
      if (written.cleared === true) run.touched();
      return false;
    }
    run.report(written.action === undefined ? change : { ...change, action: written.action }, written.outcome === 'written', written.warnings);
    // Where objects are written one by one, a step ends before the next one begins.
    if (session.concurrency > 1) queueMicrotask(next);
    return true;
  }

  async function inPlace(step: Step): Promise<void> {
    const { object } = step;
    let readiness;
    try {
      readiness = await session.ready(object, stopWaiting);
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'cancelled' && stopWaiting.aborted) {
        interrupted = true;
        return;
      }
      throw thrown;
    }
    if (readiness.state === 'ready') return ahead.done(step);
    shortfall.unready();
    fail(step, new AppError('unready', `${object.address} is written, and ${readiness.state === 'timedOut' ? 'did not come to work in time' : 'does not work'}: ${readiness.reason}`));
  }

  function fail({ object }: Step, error: AppError): void {
    emit({ event: 'objectFailed', wave: object.wave, address: object.address, artifact: object.artifact, code: error.code, message: error.message, fix: error.fix });
    skip(ahead.failed(object.address));
  }

  function skip(ruledOut: readonly RuledOut[]): void {
    for (const { step, because } of ruledOut) {
      emit({ event: 'objectSkipped', wave: step.object.wave, address: step.object.address, artifact: step.object.artifact, because });
      shortfall.unready();
      waves.ended(step);
    }
  }
}
