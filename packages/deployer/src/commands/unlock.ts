import { AppError, canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { lockText } from '../report/lock-text.ts';
import { printable } from '../report/printable.ts';
import { shellWord } from '../report/shell-word.ts';
import type { LockState, Target } from '../targets/target.ts';
import { type Invocation, optionText } from './command.ts';
import { withTarget } from './target-for.ts';

/**
 * Removes a lock whose holder is gone. One that runs here is never removed; one that cannot be seen from here only
 * when its run id is typed in.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  return await withTarget({ environment }, invocation, host, async (target) => await unlock(target, invocation, host));
}

async function unlock(target: Target, invocation: Invocation, host: Host): Promise<ExitCode> {
  const lock = await target.lockState();
  const say = (text: string, removed: boolean): void => host.out.write(invocation.output === 'json' ? canonicalJson({ lock: lock ?? null, removed }) : `${printable(text)}\n`);
  if (lock === undefined) {
    say('there is no lock', false);
    return exitCodes.done;
  }
  assertRemovable(lock, invocation);
  await target.breakLock();
  say(`removed the lock: ${lockText(lock)}`, true);
  return exitCodes.done;
}

function assertRemovable(lock: LockState, invocation: Invocation): void {
  const { holder, liveness } = lock;
  const typed = optionText(invocation, 'run');
  const wanted = holder?.run ?? 'unreadable';
  const state = lockText(lock);
  if (liveness === 'alive') throw new AppError('lockHeld', `the lock is in use: ${state}`, { fix: 'wait for the apply to end, or stop its process first' });
  if (typed === wanted || (typed === undefined && liveness === 'dead')) return;
  const what = typed === undefined ? `the lock is ${holder === undefined ? 'unreadable' : 'not ours to judge'}` : `--run ${typed} is not the run of the lock`;
  const same = ['environment', 'directory', 'context', 'kubeconfig'].map((name) => ({ name, value: name === 'environment' ? invocation.environment : optionText(invocation, name) }));
  const flags = same.flatMap(({ name, value }) => (value === undefined ? [] : [` --${name} ${shellWord(value)}`])).join('');
  throw new AppError('lockHeld', `${what}: ${state}`, { fix: `make sure that no apply runs on this target, then \`bud-o11y unlock --run ${wanted}${flags}\`` });
}
