import { join, resolve } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { FileSystem } from '../targets/directory/file-system.ts';
import { writeAtomically } from '../targets/directory/atomic.ts';
import { type ChartLock, chartLockFile, chartLockText, readChartLock } from './lock.ts';

/** Where the lock is read from: the file that was asked for, else the workspace's own. */
export function chartLockPath(asked: string | undefined, cwd: string, workspace: string): string {
  return asked === undefined ? join(workspace, chartLockFile) : resolve(cwd, asked);
}

/**
 * The lock at a path. Without a file it is empty, unless somebody named that file: then every release would silently be
 * left out for a slip of the keyboard.
 * @throws AppError `invalid` when it cannot be read as a lock, `notFound`.
 */
export async function loadChartLock(fileSystem: FileSystem, path: string, { mustExist = false }: { readonly mustExist?: boolean } = {}): Promise<ChartLock> {
  if ((await fileSystem.entry(path)) === undefined) {
    if (!mustExist) return {};
    throw new AppError('notFound', `there is no lock of charts at ${path}`, { fix: 'correct --charts-lock, or make the file with `npx bud-o11y charts pull`' });
  }
  return readChartLock((await fileSystem.read(path)).toString('utf8'), path);
}

/** Replaces the lock as a whole; `run` makes the temporary name its own. */
export async function saveChartLock(fileSystem: FileSystem, path: string, lock: ChartLock, run: string): Promise<void> {
  await writeAtomically(fileSystem, path, chartLockText(lock), run);
}
