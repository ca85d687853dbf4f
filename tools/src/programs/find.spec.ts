import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findProgram } from './find.ts';

describe('findProgram', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-'));
    for (const name of ['bin', 'first', 'second']) await mkdir(join(folder, name));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (where: string, mode: number): Promise<void> => {
    await writeFile(join(folder, where, 'tool'), '');
    await chmod(join(folder, where, 'tool'), mode);
  };
  const find = (): string | undefined => findProgram('tool', ['first', 'second'].map((name) => join(folder, name)).join(delimiter), join(folder, 'bin'));

  it('prefers the pinned program to one of the PATH', async () => {
    await put('first', 0o755);
    await put('bin', 0o755);
    expect(find()).toBe(join(folder, 'bin', 'tool'));
  });

  it('takes the first of the PATH that can be run', async () => {
    await put('first', 0o644);
    await put('second', 0o755);
    expect(find()).toBe(join(folder, 'second', 'tool'));
  });

  it('finds nothing when nobody has it', () => {
    expect(find()).toBeUndefined();
  });
});
