import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../../fixtures/host.ts';
import { findProgram } from './find-program.ts';

describe('findProgram', () => {
  it.each([
    ['on PATH', 'tool', (folder: string) => `${join(folder, 'none')}:${join(folder, 'bin')}`, true],
    ['only in a relative entry of PATH', 'tool', (folder: string) => relative(process.cwd(), join(folder, 'bin')), false],
    ['only in the folder of the kubeconfig', 'tool', () => '', false],
    ['not executable', 'text', (folder: string) => join(folder, 'bin'), false],
    ['by a path', './bin/tool', () => '', true],
  ])('%s', async (_, command, path, found) => await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'bin'));
    for (const [name, mode] of [['tool', 0o755], ['text', 0o644]] as const) {
      await writeFile(join(folder, 'bin', name), '');
      await chmod(join(folder, 'bin', name), mode);
    }
    await writeFile(join(folder, 'tool'), '');
    await chmod(join(folder, 'tool'), 0o755);
    expect(await findProgram(command, folder, path(folder))).toBe(found ? join(folder, 'bin', 'tool') : undefined);
  }));
});
