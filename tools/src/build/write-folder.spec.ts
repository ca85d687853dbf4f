import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFolder } from './write-folder.ts';

describe('writeFolder', () => {
  let base: string;
  let folder: string;
  const inFolder = (path: string): string => join(folder, path);
  const names = async (): Promise<readonly string[]> => (await readdir(folder, { recursive: true })).sort();

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'write-folder-'));
    folder = join(base, 'rendered/rules');
  });
  afterEach(() => rm(base, { recursive: true }));

  it('makes the folder hold exactly the files', async () => {
    await mkdir(inFolder('dev/old'), { recursive: true });
    await writeFile(inFolder('dev/old/stale.yaml'), 'stale');
    await writeFile(inFolder('stale.yaml'), 'stale');
    expect(await writeFolder(folder, new Map([['dev/a.yaml', 'a\n'], ['dev/b/c.yaml', 'c\n']]))).toEqual({ written: 2, unchanged: 0, removed: 2 });
    expect(await names()).toEqual(['dev', 'dev/a.yaml', 'dev/b', 'dev/b/c.yaml']);
    expect(await readFile(inFolder('dev/b/c.yaml'), 'utf8')).toBe('c\n');
  });

  it('does not touch a file that has its text already', async () => {
    const files = new Map([['a.yaml', 'a\n'], ['b.yaml', 'b\n']]);
    await writeFolder(folder, files);
    const past = new Date('2020-01-01T00:00:00Z');
    await utimes(inFolder('a.yaml'), past, past);
    await writeFile(inFolder('b.yaml'), 'by hand\n');
    expect(await writeFolder(folder, files)).toEqual({ written: 1, unchanged: 1, removed: 0 });
    expect((await stat(inFolder('a.yaml'))).mtime).toEqual(past);
    expect(await readFile(inFolder('b.yaml'), 'utf8')).toBe('b\n');
  });

  it.each([
    { name: 'a file where a folder must be', make: () => writeFile(inFolder('dev'), 'in the way') },
    { name: 'a folder where a file must be', make: () => mkdir(inFolder('dev/a.yaml/deep'), { recursive: true }) },
  ])('replaces $name', async ({ make }) => {
    await mkdir(folder, { recursive: true });
    await make();
    await writeFolder(folder, new Map([['dev/a.yaml', 'a\n']]));
    expect(await readFile(inFolder('dev/a.yaml'), 'utf8')).toBe('a\n');
  });

  it('removes links and leaves what they point at alone', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(base, 'outside.yaml'), 'outside\n');
    await mkdir(join(base, 'outside'));
    await writeFile(join(base, 'outside/kept.yaml'), 'kept\n');
    await symlink(join(base, 'outside.yaml'), inFolder('a.yaml'));
    await symlink(join(base, 'outside'), inFolder('dev'));
    await writeFolder(folder, new Map([['a.yaml', 'a\n'], ['dev/b.yaml', 'b\n']]));
    expect((await lstat(inFolder('a.yaml'))).isFile()).toBe(true);
    expect((await lstat(inFolder('dev'))).isDirectory()).toBe(true);
    expect(await readFile(join(base, 'outside.yaml'), 'utf8')).toBe('outside\n');
    expect(await readdir(join(base, 'outside'))).toEqual(['kept.yaml']);
  });
});
