import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { parseTemporaryName, writeAtomically } from '../targets/directory/atomic.ts';
import type { FileSystem } from '../targets/directory/file-system.ts';
import { pageMark } from './document.ts';

/**
 * Writes pages into a folder, each as a whole, and removes those of dashboards that are gone.
 * @throws AppError `conflict` before the first write when the folder holds what is no page of ours.
 */
export async function writePages(root: string, pages: ReadonlyMap<string, string>, { fileSystem, processes }: Pick<Host, 'fileSystem' | 'processes'>): Promise<void> {
  await makeFolders(root, fileSystem);
  const present = await fileSystem.list(root);
  for (const name of present) if (!(await isOurs(root, name, fileSystem))) throw new AppError('conflict', `${root} holds ${name}, which bud-o11y did not write`, { fix: 'give an empty or a new folder with --out' });
  const run = `${processes.pid}-${randomBytes(4).toString('hex')}`;
  for (const [name, text] of pages) await writeAtomically(fileSystem, join(root, name), text, run);
  for (const name of present) if (!pages.has(name)) await fileSystem.remove(join(root, name));
}

async function makeFolders(folder: string, fileSystem: FileSystem): Promise<void> {
  if ((await fileSystem.entry(folder)) !== undefined) return;
  await makeFolders(dirname(folder), fileSystem);
  await fileSystem.makeFolder(folder);
}

/** A page, or what a run that was killed left of one. */
async function isOurs(root: string, name: string, fileSystem: FileSystem): Promise<boolean> {
  const path = join(root, name);
  if ((await fileSystem.entry(path))?.kind !== 'file') return false;
  return parseTemporaryName(name) !== undefined || (await fileSystem.read(path)).toString('utf8').includes(pageMark);
}
