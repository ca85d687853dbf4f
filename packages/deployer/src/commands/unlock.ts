import { AppError, canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { lockText } from '../report/lock-text.ts';
import { printable } from '../report/printable.ts';
import type { LockState } from '../targets/target.ts';
import { type Invocation, optionText } from './command.ts';
import { targetFor } from './target-for.ts';

/**
 * Removes a lock whose holder is gone. One that runs here is never removed; one that cannot be seen from here only
 * when its run id is typed in.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const target = targetFor(readEnvironment(invocation.environment, host.environments), invocation, host);
  const lock = await target.lockState();
  const say = (text: string, removed: boolean): void => host.out.write(invocation.output === 'json' ? canonicalJson({ lock: lock ?? null, removed }) : `${printable(text)}\n`);
  if (lock === undefined) {
    say('there is no lock', false);
    return exitCodes.done;
  }
  assertRemovable(lock, optionText(invocation, 'run'));
  await target.breakLock();
  say(`removed the lock: ${lockText(lock)}`, true);
  return exitCodes.done;
}

function assertRemovable(lock: LockState, typed: string | undefined): void {
  const { holder, liveness } = lock;
  if (liveness === 'alive') throw new AppError('lockHeld', `the lock is in use: ${lockText(lock)}`, { fix: 'wait for the apply to end, or stop its process first' });
  if (liveness === 'dead') return;
  const wanted = holder?.run ?? 'unreadable';
  if (typed !== wanted) throw new AppError('lockHeld', `the lock is ${holder === undefined ? 'unreadable' : 'not ours to judge'}: ${lockText(lock)}`, { fix: `make sure that no apply runs on this target, then \`bud-o11y unlock --run ${wanted}\`` });
}
