import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

  it.each([{ args: ['--project', 'nothing'] }, { args: [] }])('stops when no project is named: $args', ({ args }) => {
    const { status, stderr } = build(args, folder, {});
    expect(status).toBe(1);
    expect(stderr).toBe('build: --project must be one of: alerts, dashboards, helm-values, rules\n');
  });
});
