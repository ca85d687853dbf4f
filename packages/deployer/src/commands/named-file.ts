import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Host } from '../host.ts';
import { writeAtomically } from '../targets/directory/atomic.ts';
import { type Invocation, pathOption } from './command.ts';

/** A file that a flag names. */
export interface NamedFile {
  readonly path: string;
  /** Whether it can be replaced as a whole: it is a file, or nothing is there yet. */
  readonly replaceable: boolean;
  /**
   * Replaces a file as a whole; what is none (a device, a pipe, a link) is written to, as a shell would, and stays what it is.
   * @throws AppError that names the path.
   */
  write(text: string): Promise<void>;
}

/**
 * Where an option wants something written; undefined without it.
 * @throws AppError `usage` for an empty path.
 */
export async function namedFile(invocation: Invocation, name: string, { cwd, fileSystem, processes }: Pick<Host, 'cwd' | 'fileSystem' | 'processes'>): Promise<NamedFile | undefined> {
  const asked = pathOption(invocation, name);
  if (asked === undefined) return undefined;
  const path = resolve(cwd, asked);
  const kind = (await fileSystem.entry(path))?.kind ?? 'file';
  const replaceable = kind === 'file' || kind === 'folder';
  return {
    path,
    replaceable,
    async write(text) {
      if (replaceable) await writeAtomically(fileSystem, path, text, `${processes.pid}-${randomBytes(4).toString('hex')}`);
      else await fileSystem.writeInto(path, text);
    },
  };
}
