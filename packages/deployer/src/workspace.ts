import { join } from 'node:path';
import type { FileSystem } from './targets/directory/file-system.ts';

/** The pages under docs/runbooks, name (without `.md`) -> text; none when there is no such folder. */
export async function readRunbooks(workspace: string, fileSystem: FileSystem): Promise<ReadonlyMap<string, string>> {
  const folder = join(workspace, 'docs', 'runbooks');
  if ((await fileSystem.entry(folder)) === undefined) return new Map();
  const names = (await fileSystem.list(folder)).filter((name) => name.endsWith('.md'));
  return new Map(await Promise.all(names.map(async (name) => [name.slice(0, -'.md'.length), (await fileSystem.read(join(folder, name))).toString('utf8')] as const)));
}
