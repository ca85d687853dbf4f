import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { environmentNamed, yamlText } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';
import { recordingCases } from './recording-cases.ts';

const files = renderRules(environmentNamed('production'));

describe('recorded values', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    for (const [index, { text }] of files.entries()) await writeFile(join(folder, `${index}.rules.yaml`), text);
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('promtool', 'are what the comments of the rules promise', async (promtool) => {
    await writeFile(join(folder, 'recordings.test.yaml'), yamlText({
      rule_files: files.map((_, index) => `${index}.rules.yaml`),
      evaluation_interval: '1m',
      group_eval_order: files.map(({ data }) => data.groups[0].name),
      fuzzy_compare: true,
      tests: recordingCases.map(({ name, given, series, values }) => ({
        name,
        interval: '1m',
        input_series: given,
        promql_expr_test: [{
          expr: `round(${series.text}, 0.0001)`,
          eval_time: '20m',
          exp_samples: Object.entries(values).map(([labels, value]) => ({ labels, value })),
        }],
      })),
    }));
    const { ok, output } = await run(promtool, ['test', 'rules', 'recordings.test.yaml'], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output).toBe('');
  });
});
