import { join, resolve } from 'node:path';
import type { FileSystem } from '../targets/directory/file-system.ts';
import { writeAtomically } from '../targets/directory/atomic.ts';
import { type ChartLock, chartLockFile, chartLockText, readChartLock } from './lock.ts';

/** Where the lock is read from: the file that was asked for, else the workspace's own. */
export function chartLockPath(asked: string | undefined, cwd: string, workspace: string): string {
  return asked === undefined ? join(workspace, chartLockFile) : resolve(cwd, asked);
}

/**
 * The lock at a path; empty when there is no file.
 * @throws AppError `invalid` when it cannot be read as a lock.
 */
export async function loadChartLock(fileSystem: FileSystem, path: string): Promise<ChartLock> {
  if ((await fileSystem.entry(path)) === undefined) return {};
  return readChartLock((await fileSystem.read(path)).toString('utf8'), path);
}

/** Replaces the lock as a whole; `run` makes the temporary name its own. */
export async function saveChartLock(fileSystem: FileSystem, path: string, lock: ChartLock, run: string): Promise<void> {
  await writeAtomically(fileSystem, path, chartLockText(lock), run);
}
