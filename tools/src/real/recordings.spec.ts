import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { environmentNamed, yamlText } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';
import { type RecordingCase, groupsBeside, momentOf, recordingCases } from './recording-cases.ts';

const files = renderRules(environmentNamed('production'));
const groups = files.map(({ data }) => data.groups[0]);

/** A file of cases that are evaluated alike. */
const testFile = (ruleFiles: readonly string[], step: string, cases: readonly RecordingCase[]): string => yamlText({
  rule_files: ruleFiles,
  evaluation_interval: step,
  group_eval_order: groups.map(({ name }) => name),
  fuzzy_compare: true,
  tests: cases.map((entry) => ({
    name: entry.name,
    interval: step,
    input_series: entry.given,
    promql_expr_test: [{
      expr: `round(${entry.series.text}, 0.0001)`,
      eval_time: momentOf(entry),
      exp_samples: Object.entries(entry.values).map(([labels, value]) => ({ labels, value })),
    }],
  })),
});

describe('recorded values', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    for (const [index, { text }] of files.entries()) await writeFile(join(folder, `${index}.rules.yaml`), text);
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('promtool', 'are what the comments of the rules promise', async (promtool) => {
    await writeFile(join(folder, 'recordings.test.yaml'), testFile(files.map((_, index) => `${index}.rules.yaml`), '1m', recordingCases.filter(({ step }) => step === undefined)));
    const { ok, output } = await run(promtool, ['test', 'rules', 'recordings.test.yaml'], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output).toBe('');
  });

  itWithProgram('promtool', 'reach as far back as their names say', async (promtool) => {
    const cases = recordingCases.flatMap((entry, index) => (entry.step === undefined ? [] : [{ entry, step: entry.step, name: `far-${index}` }]));
    for (const { entry, step, name } of cases) {
      await writeFile(join(folder, `${name}.rules.yaml`), yamlText({ groups: groupsBeside(entry, groups) }));
      await writeFile(join(folder, `${name}.test.yaml`), testFile([`${name}.rules.yaml`], step, [entry]));
    }
    const { ok, output } = await run(promtool, ['test', 'rules', ...cases.map(({ name }) => `${name}.test.yaml`)], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output).toBe('');
  });
});
