import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, rmdir, unlink, writeFile } from 'node:fs/promises';
import { AppError, type ErrorCode, toAppError } from '@bud-o11y/model';

export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
}

/**
 * The file operations of the directory target, each one step that the system does whole or not at all, save
 * `writeNew` and `writeInto`. No operation but `writeInto` follows a symbolic link at its path. Failures are AppErrors that
 * name the path.
 */
export interface FileSystem {
  /** Undefined when nothing is there. */
  entry(path: string): Promise<Entry | undefined>;
  read(path: string): Promise<Buffer>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  /** A new file of mode 0644 whose bytes are on the disk when this returns. */
  writeNew(path: string, text: string): Promise<void>;
  /** Writes to what is there, whatever it is, as a shell's `>` does: for a path that a person names, never below a target. */
  writeInto(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file; false when the name is taken, undefined when the file system has no hard links. */
  link(from: string, to: string): Promise<boolean | undefined>;
  /** Silent when nothing is there. */
  remove(path: string): Promise<void>;
  /** False when the folder is not empty or not there. */
  removeFolder(path: string): Promise<boolean>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
}

/** The real one. */
export const nodeFileSystem: FileSystem = {
  async entry(path) {
    const stat = await attempt('look at', path, async () => await lstat(path), { ENOENT: undefined, ENOTDIR: undefined });
    if (stat === undefined) return undefined;
    const kind = stat.isSymbolicLink() ? 'link' : stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    return { kind, size: stat.size };
  },
  read: async (path) => await attempt('read', path, async () => {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }),
  list: async (path) => await attempt('list', path, async () => (await readdir(path)).sort()),
  makeFolder: async (path) => await attempt('make the folder', path, async () => await mkdir(path), { EEXIST: undefined }),
  writeNew: async (path, text) => await attempt('write', path, async () => {
    const handle = await open(path, 'wx', 0o644);
    try {
      await handle.chmod(0o644).catch(ignoreUnsupported);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }),
  writeInto: async (path, text) => await attempt('write', path, async () => await writeFile(path, text)),
  rename: async (from, to) => await attempt('write', to, async () => await rename(from, to)),
  link: async (from, to) => await attempt('write', to, async () => {
    await link(from, to);
    return true;
  }, { EEXIST: false, EPERM: undefined, ENOTSUP: undefined, EOPNOTSUPP: undefined, ENOSYS: undefined }),
  remove: async (path) => await attempt('remove', path, async () => await unlink(path), { ENOENT: undefined }),
  removeFolder: async (path) => await attempt('remove the folder', path, async () => {
    await rmdir(path);
    return true;
  }, { ENOENT: false, ENOTEMPTY: false, EEXIST: false }),
  syncFolder: async (path) => await attempt('write', path, async () => {
    const handle = await open(path, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }, { EINVAL: undefined, EISDIR: undefined, EPERM: undefined, ENOTSUP: undefined }),
};

/** Some file systems (FAT, some network mounts) have no modes: the default then stands. */
function ignoreUnsupported(thrown: unknown): void {
  if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(systemCode(thrown))) throw thrown;
}

async function attempt<T, Answer = never>(verb: string, path: string, operation: () => Promise<T>, answers: Readonly<Record<string, Answer>> = {}): Promise<T | Answer> {
  try {
    return await operation();
  } catch (thrown) {
    const code = systemCode(thrown);
    if (Object.hasOwn(answers, code)) return answers[code] as Answer;
    throw storageError(verb, path, thrown);
  }
}

interface Reason {
  readonly code: ErrorCode;
  readonly text: string;
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: { code: 'storage', text: 'the disk is full' },
  EDQUOT: { code: 'storage', text: 'the disk quota is used up' },
  EROFS: { code: 'storage', text: 'the file system is read-only' },
  EIO: { code: 'storage', text: 'the disk failed' },
  ENAMETOOLONG: { code: 'storage', text: 'the name is too long for this file system' },
  ELOOP: { code: 'storage', text: 'it is a symbolic link' },
  EMFILE: { code: 'storage', text: 'too many files are open' },
  EACCES: { code: 'forbidden', text: 'permission denied' },
  EPERM: { code: 'forbidden', text: 'permission denied' },
  ENOENT: { code: 'notFound', text: 'it is not there' },
  ENOTDIR: { code: 'notFound', text: 'a part of the path is a file, not a folder' },
  EISDIR: { code: 'invalid', text: 'it is a folder, not a file' },
};

/** An AppError that says what could not be done where, in words; what it does not know is converted as everywhere. */
export function storageError(verb: string, path: string, thrown: unknown): AppError {
  const code = systemCode(thrown);
  if (verb === 'write' && code === 'ENOENT') return new AppError('notFound', `cannot write ${path}: its folder is not there (${code})`, { cause: thrown, fix: 'create the folder, or correct the path' });
  const reason = reasons[code];
  if (reason === undefined) return toAppError(thrown);
  return new AppError(reason.code, `cannot ${verb} ${path}: ${reason.text} (${code})`, { cause: thrown });
}

/** Asks for the field, not for the class: errors of the system may come from another realm, as under jest. */
function systemCode(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}
