import { basename, dirname, join } from 'node:path';
import { parseTemporaryName } from './atomic.ts';
import type { FileSystem } from './file-system.ts';
import type { Holders } from './holder.ts';
import { inventoryFile, lockFile, stateFolder } from './inventory.ts';

/**
 * Removes the temporary files that a killed apply left, and nothing else: in our own folder those of inventory and
 * lock, elsewhere only those of files that the unfinished intent names. Call it while holding the lock.
 */
export async function removeStrays(fileSystem: FileSystem, holders: Holders, root: string, intended: readonly string[]): Promise<void> {
  await removeFrom(join(root, stateFolder), (name) => {
    if (name.startsWith(`${basename(lockFile)}.after-`)) return true;
    const temporary = parseTemporaryName(name);
    if (temporary === undefined) return false;
    return temporary.of === basename(inventoryFile) || (temporary.of.startsWith(basename(lockFile)) && !holders.isRunning(temporary.pid));
  });
  const expected = new Set(intended);
  for (const folder of new Set(intended.map((address) => dirname(address)))) {
    await removeFrom(join(root, folder), (name) => expected.has(join(folder, parseTemporaryName(name)?.of ?? '')));
  }

  async function removeFrom(folder: string, isStray: (name: string) => boolean): Promise<void> {
    if ((await fileSystem.entry(folder))?.kind !== 'folder') return;
    for (const name of await fileSystem.list(folder)) {
      const path = join(folder, name);
      if (isStray(name) && (await fileSystem.entry(path))?.kind === 'file') await fileSystem.remove(path);
    }
  }
}
