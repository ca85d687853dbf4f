import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from './workspace.ts';

describe('the linter', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'));
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const lint = (path: string, text: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', '--format=unix', path], { cwd: folder, encoding: 'utf8' });
    rmSync(file);
    return stdout;
  };

  it.each([
    { rule: 'no-explicit-any', text: 'export const a = (b: any): string => String(b);\n' },
    { rule: 'no-default-export', text: 'export default 1;\n' },
    { rule: 'no-restricted-globals', text: 'export const a = process.argv;\n' },
    { rule: 'no-restricted-imports', text: "import { argv } from 'node:process';\nexport const a = argv;\n" },
    { rule: 'no-console', text: "console.log('a');\n" },
    { rule: 'no-non-null-assertion', text: 'export const a = (b?: string): number => b!.length;\n' },
    { rule: 'consistent-type-imports', text: "import { A } from './a.ts';\nexport const a = (b: A): A => b;\n" },
    { rule: 'no-namespace', text: 'export namespace A { export const a = 1; }\n' },
  ])('refuses what $rule is about', ({ rule, text }) => {
    expect(lint('packages/rules/src/a.ts', text)).toContain(rule);
  });

  it.each([
    { path: 'packages/deployer/src/cli.ts', text: 'export const a = process.argv;\n' },
    { path: 'tools/src/build/main.ts', text: "process.stdout.write('a');\n" },
    { path: 'packages/rules/src/a.spec.ts', text: 'export const a = process.execPath;\n' },
    { path: 'packages/rules/jest.config.mjs', text: 'export default {};\n' },
    { path: 'tools/src/generators/alert/generate.ts', text: 'export default function generate(): void {}\n' },
  ])('lets $path be what it must be', ({ path, text }) => {
    expect(lint(path, text)).toBe('');
  });

  it('lets no other file of the deployer touch the process', () => {
    expect(lint('packages/deployer/src/main.ts', 'export const a = process.argv;\n')).toContain('no-restricted-globals');
  });
});
