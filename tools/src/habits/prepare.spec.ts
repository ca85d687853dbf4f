import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const script = join(import.meta.dirname, 'prepare.mjs');
const { NODE_OPTIONS: _, CI: __, ...env } = process.env;

describe('prepare', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prepare-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const prepare = (more: NodeJS.ProcessEnv) => spawnSync(process.execPath, [script], { cwd: folder, env: { ...env, ...more }, encoding: 'utf8' });

  it.each([
    { name: 'outside git', git: false, more: {} },
    { name: 'in CI', git: true, more: { CI: 'true' } },
  ])('does nothing $name, silently', ({ git, more }) => {
    if (git) mkdirSync(join(folder, '.git'));
    expect(prepare(more)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder)).toEqual(git ? ['.git'] : []);
  });

  it('does not fail where git is broken', () => {
    mkdirSync(join(folder, '.git'));
    expect(prepare({}).status).toBe(0);
  });
});
