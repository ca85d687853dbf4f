import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '@bud-o11y/model';
import type { LiveObject } from '../../plan/snapshot.ts';
import type { Entry, FileSystem } from './file-system.ts';

/** Larger files are never ours: they are not read, and equal nothing. Bytes. */
const largestRead = 64 * 1024 * 1024;

/**
 * Looks at one address below `root`: the folders on the way, then the file. Symbolic links, and whatever is neither a
 * folder nor a file, are `blocked`: they are never followed.
 */
export async function inspect(fileSystem: FileSystem, root: string, address: string): Promise<LiveObject> {
  const parts = address.split('/');
  for (let length = 0; length < parts.length; length += 1) {
    const folder = parts.slice(0, length).join('/');
    const entry = await fileSystem.entry(join(root, folder));
    if (entry === undefined) return { state: 'absent' };
    if (entry.kind !== 'folder') return { state: 'blocked', problem: blocked(folder === '' ? root : folder, entry, 'a folder', address) };
  }
  const path = join(root, address);
  const entry = await fileSystem.entry(path);
  if (entry === undefined) return { state: 'absent' };
  if (entry.kind !== 'file') return { state: 'blocked', problem: blocked(address, entry, 'a file', address) };
  if (entry.size > largestRead) return { state: 'present', digest: `${entry.size} bytes, not read` };
  return { state: 'present', digest: createHash('sha256').update(await fileSystem.read(path)).digest('hex') };
}

const kinds = { file: 'a file', folder: 'a folder', link: 'a symbolic link', other: 'neither a file nor a folder' } as const;

function blocked(path: string, entry: Entry, wanted: string, address: string): Problem {
  const link = entry.kind === 'link';
  return {
    code: link ? 'target-symbolic-link' : 'target-not-a-file',
    severity: 'error',
    where: { path: address },
    what: `${path} is ${kinds[entry.kind]} where ${wanted} is wanted`,
    why: link ? 'writing through it would change files outside the target' : 'it is not ours, and the file cannot be written while it is there',
    fix: `move ${path} away, or give another target folder with --directory`,
  };
}
