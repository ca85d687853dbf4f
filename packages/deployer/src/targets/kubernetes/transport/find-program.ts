import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/**
 * Absolute path of a program: a plain name is looked up on PATH, where entries that are not absolute are passed over; a
 * path is relative to `folder`. Undefined when nothing executable is there.
 */
export async function findProgram(command: string, folder: string, path: string): Promise<string | undefined> {
  const candidates = /[\\/]/.test(command) ? [resolve(folder, command)] : path.split(delimiter).filter(isAbsolute).map((entry) => join(entry, command));
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
