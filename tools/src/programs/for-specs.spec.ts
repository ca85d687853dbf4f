import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const { NODE_OPTIONS: _, CI: __, ...env } = process.env;

/** A project of one spec, which needs a program that nobody has. */
describe('a spec whose program is missing', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'for-specs-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'jest.config.mjs'), `import { preset } from '${pathToFileURL(join(root, 'jest.preset.mjs')).href}';\nexport default preset;\n`);
    writeFileSync(join(folder, 'src/a.spec.ts'), `import { itWithProgram } from '${join(import.meta.dirname, 'for-specs.ts')}';\nitWithProgram('no-such-program', 'does something', () => undefined);\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const jest = (more: NodeJS.ProcessEnv) => spawnSync(process.execPath, ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')], { cwd: folder, env: { ...env, ...more }, encoding: 'utf8' });

  it('is skipped, with the reason', () => {
    const { status, stdout } = jest({});
    expect(stdout).toContain('skipped for want of no-such-program (`npm run tools` installs it): does something');
    expect(status).toBe(0);
  }, 30_000);

  it('fails where CI=true', () => {
    const { status, stderr } = jest({ CI: 'true' });
    expect(stderr).toContain('no-such-program is missing');
    expect(status).toBe(1);
  }, 30_000);
});
