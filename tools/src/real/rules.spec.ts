import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { renderAlerts } from '@bud-o11y/alerts';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

const files = environmentNames
  .map((name) => environmentNamed(name))
  .flatMap((environment) => [...renderRules(environment), ...renderAlerts(environment)])
  .filter((artifact) => (artifact.kind === 'recording-rules' || artifact.kind === 'alert-rules') && artifact.evaluator !== 'loki');

describe('rule files for Mimir and Prometheus', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rule-files-'));
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('promtool', 'are accepted, without a duplicate', async (promtool) => {
    const { ok, output } = await run(promtool, ['check', 'rules', '--lint=all', '--lint-fatal', ...files.map(({ path }) => path)], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output).toBe('');
    expect(output.match(/SUCCESS/g)).toHaveLength(files.length);
  });

  itWithProgram('promtool', 'would be refused with a broken expression', async (promtool) => {
    await writeFile(join(folder, 'broken.yaml'), 'groups: [{name: broken, rules: [{record: a, expr: "sum(("}]}]\n');
    expect((await run(promtool, ['check', 'rules', 'broken.yaml'], { cwd: folder, env: process.env, timeoutMs: 60_000 })).ok).toBe(false);
  });
});
