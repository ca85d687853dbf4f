import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { textOf } from '../conventions/workspace.ts';
import { recipes } from '../programs/recipes/index.ts';
import { skippedLine } from './skipped.ts';

describe('skippedLine', () => {
  it('names the programs that tests had to do without, and how to get them', () => {
    expect(skippedLine(recipes, (name) => name !== 'amtool' && name !== 'promtool')).toMatch(/^skipped: the tests that run amtool, promtool \(not installed\); `npm run tools` /);
  });

  it('says nothing where nothing was skipped, nor of a program that no test runs', () => {
    expect(skippedLine(recipes, () => true)).toBeUndefined();
    expect(skippedLine(recipes, (name) => name !== 'kubectl')).toBeUndefined();
  });
});

describe('npm test', () => {
  it('ends with that line', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(scripts['posttest']).toBe('node tools/src/after-tests/main.ts');
  });

  it('says nothing in CI, where such tests fail', () => {
    expect(spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], { env: { CI: 'true', PATH: '' }, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
  });
});
