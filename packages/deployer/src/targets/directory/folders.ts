import { dirname, join } from 'node:path';
import { compareText } from '@bud-o11y/model';
import type { FileSystem } from './file-system.ts';

/** Every folder on the way to an address, the outermost first: `a/b/c.yaml` gives `a`, `a/b`. */
export function foldersOf(address: string): readonly string[] {
  const parts = address.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The folders that are missing for these addresses, each once, the outermost first. */
export async function missingFolders(fileSystem: FileSystem, root: string, addresses: readonly string[]): Promise<readonly string[]> {
  const folders = [...new Set(addresses.flatMap(foldersOf))].sort(compareText);
  const missing: string[] = [];
  for (const folder of folders) {
    if ((await fileSystem.entry(join(root, folder))) === undefined) missing.push(folder);
  }
  return missing;
}

/** Makes the folder and those above it that are missing, and makes their names durable. */
export async function ensureFolder(fileSystem: FileSystem, path: string): Promise<void> {
  if ((await fileSystem.entry(path)) !== undefined) return;
  await ensureFolder(fileSystem, dirname(path));
  await fileSystem.makeFolder(path);
  await fileSystem.syncFolder(dirname(path));
}

/** Removes those of our folders that are empty, the innermost first; gives those that remain. */
export async function removeEmptyFolders(fileSystem: FileSystem, root: string, folders: readonly string[]): Promise<readonly string[]> {
  const remaining: string[] = [];
  for (const folder of [...folders].sort(compareText).toReversed()) {
    const path = join(root, folder);
    if ((await fileSystem.entry(path))?.kind !== 'folder') continue;
    if ((await fileSystem.list(path)).length > 0 || !(await fileSystem.removeFolder(path))) remaining.push(folder);
  }
  return remaining.sort(compareText);
}
