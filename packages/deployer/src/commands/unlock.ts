import { AppError, canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { lockText } from '../report/lock-text.ts';
import { printable } from '../report/printable.ts';
import { shellWord } from '../report/shell-word.ts';
import { type LockState, type Target, watchSeconds } from '../targets/target.ts';
import { type Invocation, optionText } from './command.ts';
import { commandText } from './command-text.ts';
import { withTarget } from './target-for.ts';

/**
 * Removes a lock whose holder is gone. One whose holder is seen to live, here or by a renewal, is never removed; one that
 * cannot be told only when its run id is typed in.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  return await withTarget({ environment }, invocation, host, async (target) => await unlock(target, invocation, host));
}

async function unlock(target: Target, invocation: Invocation, host: Host): Promise<ExitCode> {
  const first = await target.lockState();
  const lock = first !== undefined && needsWatching(first, invocation) ? await watched(first, target, host) : first;
  const say = (text: string, removed: boolean): void => host.out.write(invocation.output === 'json' ? canonicalJson({ lock: lock ?? null, removed }) : `${printable(text)}\n`);
  if (lock === undefined) {
    say('there is no lock', false);
    return exitCodes.done;
  }
  assertRemovable(lock, invocation);
  await target.breakLock(lock.holder?.run);
  say(`removed the lock: ${lockText(lock)}`, true);
  return exitCodes.done;
}

/** A holder that renews its lock shows that it lives by doing so; of a run that was mistyped nothing has to be known. */
function needsWatching({ holder, expiry }: LockState, invocation: Invocation): boolean {
  const typed = optionText(invocation, 'run');
  return expiry !== undefined && (typed === undefined || typed === holder?.run);
}

async function watched({ holder }: LockState, target: Target, host: Host): Promise<LockState | undefined> {
  host.err.write(printable(`waiting up to ${watchSeconds} s for a sign of life of run ${holder?.run ?? ''}\n`));
  return await target.lockState({ watch: true, signal: host.signal });
}

function assertRemovable(lock: LockState, invocation: Invocation): void {
  const { holder, liveness } = lock;
  const typed = optionText(invocation, 'run');
  const wanted = holder?.run ?? 'unreadable';
  const state = lockText(lock);
  if (liveness === 'alive') throw new AppError('lockHeld', `the lock is in use: ${state}`, { fix: 'wait for the apply to end, or stop its process first' });
  if (typed === wanted || (typed === undefined && liveness === 'dead')) return;
  const what = typed === undefined ? `the lock is ${holder === undefined ? 'unreadable' : 'not ours to judge'}` : `--run ${typed} is not the run of the lock`;
  const again = commandText('unlock', invocation, Object.keys(invocation.options).filter((flag) => flag !== 'run'), [`--run ${shellWord(wanted)}`]);
  throw new AppError('lockHeld', `${what}: ${state}`, { fix: `make sure that no apply runs on this target, then \`${again}\`` });
}
