import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatorProjects } from '@bud-o11y/model';

const main = join(import.meta.dirname, 'main.ts');
const { NODE_OPTIONS: _, ...env } = process.env;

describe('build', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const build = (args: readonly string[], cwd: string, more: NodeJS.ProcessEnv) => spawnSync(process.execPath, [main, ...args], { cwd, env: { ...env, ...more }, encoding: 'utf8' });
  const digest = (out: string): string => {
    const hash = createHash('sha256');
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name)).sort()) {
      hash.update(entry.slice(out.length)).update('\0').update(readFileSync(entry)).update('\0');
    }
    return hash.digest('hex');
  };

  it.each(generatorProjects)('gives the same bytes of %s whatever time zone, locale and working directory', (project) => {
    const outputs = [
      { name: 'here', cwd: folder, more: { TZ: 'UTC', LANG: 'C' } },
      { name: 'there', cwd: tmpdir(), more: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
    ].map(({ name, cwd, more }) => {
      const out = join(folder, name, project);
      expect(build(['--project', project, '--out', out], cwd, more)).toMatchObject({ status: 0 });
      return digest(out);
    });
    expect(outputs[0]).toBe(outputs[1]);
  }, 60_000);

  it.each([
    { what: 'what does not parse', path: 'packages/rules/src/index.ts', text: 'export const a = [;\n', place: ':1', says: "Expression expected" },
    { what: 'what does not parse in the model', path: 'packages/model/src/index.ts', text: 'export const a = [;\n', place: ':1', says: "Expression expected" },
    { what: 'a name that nothing declares', path: 'packages/rules/src/index.ts', text: '\ngone;\n', place: ':2:1', says: 'gone is not defined' },
    // The line is looked up in the file itself, which is whole here.
    { what: 'an import of a file that is gone', path: 'packages/rules/src/index.ts', text: "import './gone.ts';\n", place: '', says: 'there is no packages/rules/src/gone.ts' },
    { what: 'a value that rendering trips over', path: 'packages/rules/src/index.ts', text: "export const renderRules = () => JSON.parse('{');\n", place: ':1:39', says: "Expected property name" },
  ])('tells where a source is wrong, without a stack, and writes nothing: $what', ({ path, text, place, says }) => {
    const preload = join(folder, 'preload.mjs');
    writeFileSync(preload, `import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => (url.endsWith('/${path}') ? { format: 'module-typescript', source: ${JSON.stringify(text)}, shortCircuit: true } : next(url, context)) });`);
    const out = join(folder, 'broken');
    const { status, stdout, stderr } = build(['--project', 'rules', '--out', out], folder, { NODE_OPTIONS: `--import ${preload}` });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${path}${place} error: `);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/\(source-invalid\)\n {2}why: .*\n {2}fix: .*\nbuild of rules stopped: nothing was written\n$/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(existsSync(out)).toBe(false);
  }, 30_000);

  it.each([{ args: ['--project', 'nothing'] }, { args: [] }])('stops when no project is named: $args', ({ args }) => {
    const { status, stderr } = build(args, folder, {});
    expect(status).toBe(1);
    expect(stderr).toBe('build: --project must be one of: alerts, dashboards, helm-values, rules\n');
  });
});
