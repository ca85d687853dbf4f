import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a write did, in counts. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Makes `folder` hold exactly `files` (path below it -> text): what is not among them is removed, links included and never
 * followed; a file that already has its text is not touched, so that its time stamp tells when it really changed.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<Written> {
  await mkdir(folder, { recursive: true });
  const removed = await removeOthers(folder, '', files);
  return { ...await writeFiles(folder, files), removed };
}

/** Writes the given files and leaves the others of the folder alone; a file that already has its text is not touched. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<Omit<Written, 'removed'>> {
  let written = 0;
  for (const [path, text] of files) {
    const file = join(folder, path);
    if ((await textOf(file)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    written += 1;
  }
  return { written, unchanged: files.size - written };
}

async function removeOthers(folder: string, below: string, files: ReadonlyMap<string, string>): Promise<number> {
  let removed = 0;
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const isWantedFolder = [...files.keys()].some((file) => file.startsWith(`${path}/`));
    if (entry.isDirectory() && isWantedFolder) {
      removed += await removeOthers(folder, path, files);
    } else if (!(entry.isFile() && files.has(path))) {
      await rm(join(folder, path), { recursive: true });
      removed += 1;
    }
  }
  return removed;
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
