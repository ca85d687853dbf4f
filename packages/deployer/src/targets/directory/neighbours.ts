import { join } from 'node:path';
import { AppError, compareText, type Problem } from '@bud-o11y/model';
import type { DesiredObject, OwnedObject } from '../../plan/snapshot.ts';
import type { FileSystem } from './file-system.ts';
import { foldersOf } from './folders.ts';
import type { LoadedFolder } from './layout.ts';

/** A target as its plan looks at it. */
interface Surroundings {
  readonly fileSystem: FileSystem;
  readonly root: string;
  readonly desired: readonly DesiredObject[];
  readonly owned: readonly OwnedObject[];
}

/**
 * One error for each wanted file that would come to stand beside a foreign file or folder of the same name but for case:
 * on a file system that keeps both, which of the two a program reads is chance; on others they are one.
 */
export async function caseClashes({ fileSystem, root, desired, owned }: Surroundings): Promise<readonly Problem[]> {
  const ours = new Set(owned.flatMap(({ address }) => [address, ...foldersOf(address)]));
  const listed = new Map<string, Promise<readonly string[]>>();
  const namesIn = async (folder: string): Promise<readonly string[]> => {
    const known = listed.get(folder) ?? namesOf(fileSystem, join(root, folder));
    listed.set(folder, known);
    return await known;
  };
  const found = new Map<string, Problem>();
  for (const { address, artifact } of desired) {
    for (const path of [...foldersOf(address), address]) {
      const names = await namesIn(folderOf(path));
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (names.includes(name)) continue;
      const other = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase() && !ours.has(below(folderOf(path), candidate)));
      // What is below a folder that is not there is not there either.
      if (other === undefined) break;
      found.set(path, clash(path, below(folderOf(path), other), artifact));
      break;
    }
  }
  return [...found.values()];
}

/** One warning for each file that a program loads beside ours and that nobody knows of. */
export async function foreignNeighbours({ fileSystem, root, desired, owned }: Surroundings, loaded: readonly LoadedFolder[]): Promise<readonly Problem[]> {
  const known = new Set([...desired, ...owned].map(({ address }) => address));
  const found: Problem[] = [];
  for (const { folder, name, by } of loaded) {
    for (const at of await foldersAt(fileSystem, root, folder)) {
      for (const file of await namesOf(fileSystem, join(root, at))) {
        const address = below(at, file);
        const kind = name.test(file) && !known.has(address) ? (await fileSystem.entry(join(root, address)))?.kind : undefined;
        if (kind === 'file' || kind === 'link') found.push(neighbour(address, by));
      }
    }
  }
  return found;
}

/** The folders that a pattern means: `a/*` stands for every folder in `a`. */
async function foldersAt(fileSystem: FileSystem, root: string, pattern: string): Promise<readonly string[]> {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -'/*'.length);
  return (await namesOf(fileSystem, join(root, parent))).map((name) => below(parent, name));
}

/** Sorted; none where there is no folder, or one that is closed to us: a folder of others may be. */
async function namesOf(fileSystem: FileSystem, path: string): Promise<readonly string[]> {
  try {
    return (await fileSystem.entry(path))?.kind === 'folder' ? [...(await fileSystem.list(path))].sort(compareText) : [];
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'forbidden') return [];
    throw thrown;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function clash(wanted: string, there: string, artifact: string): Problem {
  return {
    code: 'target-name-clash',
    severity: 'error',
    where: { artifact, path: wanted },
    what: `${there} is there, which is ${wanted} but for case, and bud-o11y did not write it`,
    why: 'one file would overwrite the other, on some file systems or on all',
    fix: `rename ${there} to ${wanted} if it is that, or move it away`,
  };
}

function neighbour(address: string, by: string): Problem {
  return {
    code: 'target-foreign-neighbour',
    severity: 'warning',
    where: { path: address },
    what: `${address} is not of this bundle, and ${by} loads it all the same`,
    why: 'what it says takes effect beside what is rendered, and no check has seen it',
    fix: `move ${address} away, or put what it says into the sources; bud-o11y does not touch it`,
  };
}
