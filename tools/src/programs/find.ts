import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const workspaceBin = join(import.meta.dirname, '../../../.tools/bin');

/** Path of a real program: the pinned one of `npm run tools`, else one that the PATH has, else undefined. */
export function findProgram(name: string, pathVariable: string, bin: string = workspaceBin): string | undefined {
  return [bin, ...pathVariable.split(delimiter)].filter((folder) => folder !== '').map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
