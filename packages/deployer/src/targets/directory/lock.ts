import { join } from 'node:path';
import { AppError, canonicalJson } from '@bud-o11y/model';
import { shellWord } from '../../report/shell-word.ts';
import type { LockHolder, LockState } from '../target.ts';
import { temporaryPath } from './atomic.ts';
import type { FileSystem } from './file-system.ts';
import { type Holders, lockHolder, type ProcessHolder } from './holder.ts';
import { lockFile } from './inventory.ts';

/** A lock that this process holds. */
export interface Lock {
  readonly takenOver?: LockHolder;
  /** @throws AppError `lockLost`. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

interface LockPlace {
  readonly fileSystem: FileSystem;
  readonly holders: Holders;
  readonly root: string;
}

/** A dead holder's guard can itself be left by a dead process, and so on; deeper than this somebody must look. */
const deepestTakeover = 4;

/**
 * Takes the lock of a target. The lock file appears with its whole content (a second name for a finished file), and is
 * taken from a dead holder only under a guard named after that holder, so that two contenders cannot both succeed.
 * @throws AppError `lockHeld`, naming the holder.
 */
export async function acquireLock(place: LockPlace, run: string): Promise<Lock> {
  const self = await place.holders.self(run);
  const path = join(place.root, lockFile);
  const takenOver = await take(place, path, self, 0);
  const holds = async (): Promise<boolean> => (await readHolder(place.fileSystem, path))?.holder?.run === run;
  return {
    ...(takenOver === undefined ? {} : { takenOver: lockHolder(takenOver) }),
    async assertHeld() {
      if (!(await holds())) throw new AppError('lockLost', `the lock ${path} is no longer ours`);
    },
    async release() {
      if (await holds()) await place.fileSystem.remove(path);
    },
  };
}

async function take(place: LockPlace, path: string, self: ProcessHolder, depth: number): Promise<ProcessHolder | undefined> {
  const { fileSystem } = place;
  const temporary = temporaryPath(path, self.run);
  await fileSystem.writeNew(temporary, canonicalJson(self));
  try {
    for (;;) {
      if (await claim(fileSystem, temporary, path, self)) return undefined;
      const found = await readHolder(fileSystem, path);
      if (found === undefined) continue;
      const { holder } = found;
      if (holder === undefined || depth >= deepestTakeover || (await place.holders.liveness(holder)) !== 'dead') throw await held(place, path, holder);
      const guard = `${path}.after-${holder.run}`;
      await take(place, guard, self, depth + 1);
      const still = (await readHolder(fileSystem, path))?.holder?.run === holder.run;
      if (still) await fileSystem.rename(temporary, path);
      await fileSystem.remove(guard);
      if (still) return holder;
    }
  } finally {
    await fileSystem.remove(temporary);
  }
}

async function claim(fileSystem: FileSystem, temporary: string, path: string, self: ProcessHolder): Promise<boolean> {
  const linked = await fileSystem.link(temporary, path);
  if (linked !== undefined) return linked;
  // No hard links here: the exclusive creation below is as safe against others, though not against a kill in its middle.
  if ((await fileSystem.entry(path)) !== undefined) return false;
  await fileSystem.writeNew(path, canonicalJson(self));
  return true;
}

async function held(place: LockPlace, path: string, holder: ProcessHolder | undefined): Promise<AppError> {
  if (holder === undefined) return new AppError('lockHeld', `the lock ${path} cannot be read`, { fix: `when no apply is running, remove it with \`npx bud-o11y unlock --run unreadable --directory ${shellWord(place.root)}\`` });
  const where = `process ${holder.pid} on ${holder.host}, run ${holder.run}, since ${holder.since}`;
  if ((await place.holders.liveness(holder)) === 'alive') return new AppError('lockHeld', `another apply is running: ${where}`);
  return new AppError('lockHeld', `the lock is held from another machine: ${where}`, { fix: `wait for it to end; when it is certainly gone, run \`npx bud-o11y unlock --run ${holder.run} --directory ${shellWord(place.root)}\`` });
}

/** What the lock file says; undefined when there is none. */
export async function lockStateOf(place: LockPlace): Promise<LockState | undefined> {
  const found = await readHolder(place.fileSystem, join(place.root, lockFile));
  if (found === undefined) return undefined;
  return found.holder === undefined ? { liveness: 'unknown' } : { holder: lockHolder(found.holder), liveness: await place.holders.liveness(found.holder) };
}

async function readHolder(fileSystem: FileSystem, path: string): Promise<{ readonly holder: ProcessHolder | undefined } | undefined> {
  const entry = await fileSystem.entry(path);
  if (entry === undefined) return undefined;
  if (entry.kind !== 'file') return { holder: undefined };
  try {
    const value: unknown = JSON.parse((await fileSystem.read(path)).toString('utf8'));
    return { holder: isHolder(value) ? value : undefined };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'notFound') return undefined;
    if (thrown instanceof SyntaxError) return { holder: undefined };
    throw thrown;
  }
}

function isHolder(value: unknown): value is ProcessHolder {
  if (typeof value !== 'object' || value === null) return false;
  const { run, pid, host, boot, started, since } = value as Record<string, unknown>;
  return typeof run === 'string' && /^[0-9a-f-]+$/.test(run) && typeof pid === 'number'
    && [host, boot, started, since].every((field) => typeof field === 'string');
}
