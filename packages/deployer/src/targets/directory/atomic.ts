import { basename, dirname, join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { FileSystem } from './file-system.ts';

const suffix = '.bud-o11y-tmp';
const pattern = /^\.(.+)\.(\d+)-[0-9a-f]+\.bud-o11y-tmp$/;

/** The name under which a file is written before it gets its own: in the same folder, hence on the same file system. */
export function temporaryPath(path: string, run: string): string {
  return join(dirname(path), `.${basename(path)}.${run}${suffix}`);
}

/** What a name is the temporary name of, and which process wrote it; undefined for every other name. */
export function parseTemporaryName(name: string): { readonly of: string; readonly pid: number } | undefined {
  const match = pattern.exec(name);
  return match === null ? undefined : { of: match[1] as string, pid: Number(match[2]) };
}

/** Replaces a file as a whole: a reader, or a kill at any moment, finds the old bytes or the new ones. */
export async function writeAtomically(fileSystem: FileSystem, path: string, text: string, run: string): Promise<void> {
  const temporary = temporaryPath(path, run);
  try {
    await fileSystem.writeNew(temporary, text);
    await fileSystem.rename(temporary, path);
  } catch (thrown) {
    // On a full disk the half-written file is what fills it. Its own failure must not hide the first one.
    await fileSystem.remove(temporary).catch(() => undefined);
    // A person knows the file by its own name.
    throw thrown instanceof AppError ? new AppError(thrown.code, thrown.message.replaceAll(temporary, path), { cause: thrown, fix: thrown.fix }) : thrown;
  }
  await fileSystem.syncFolder(dirname(path));
}
