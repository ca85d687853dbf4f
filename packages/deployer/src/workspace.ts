import { join } from 'node:path';
import type { FileSystem } from './targets/directory/file-system.ts';

/** Names (without `.md`) of the pages under docs/runbooks; none when there is no such folder. */
export async function readRunbooks(workspace: string, fileSystem: FileSystem): Promise<ReadonlySet<string>> {
  const folder = join(workspace, 'docs', 'runbooks');
  if ((await fileSystem.entry(folder)) === undefined) return new Set();
  const names = await fileSystem.list(folder);
  return new Set(names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length)));
}
