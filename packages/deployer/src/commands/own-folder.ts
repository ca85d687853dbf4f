import { isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { Host } from '../host.ts';

/** What lies in a folder that is worked in, and never in a target. */
const signsOfWork = ['package.json', '.git'];

/**
 * Refuses a folder that cannot be meant as a target: files would be mixed with sources, or replaced by the next build.
 * @throws AppError `conflict`.
 */
export async function assertOwnFolder(root: string, { workspace, fileSystem }: Pick<Host, 'workspace' | 'fileSystem'>): Promise<void> {
  const reason = relative(workspace, root) === '' ? 'it is the repository itself' : isBelow(join(workspace, 'rendered'), root) ? 'rendered/ is written by `nx build` only' : await sign();
  if (reason !== undefined) throw new AppError('conflict', `${root} cannot be a target: ${reason}`, { fix: 'give a folder that holds nothing else' });

  async function sign(): Promise<string | undefined> {
    for (const name of signsOfWork) if ((await fileSystem.entry(join(root, name))) !== undefined) return `it holds ${name}, so people work in it`;
    return undefined;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}
