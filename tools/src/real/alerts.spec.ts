import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { alerts, metricCases, promtoolFiles } from '@bud-o11y/alerts';
import { environmentNamed, yamlText } from '@bud-o11y/model';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

/** The environment whose thresholds and limits the cases are written for. */
const environment = environmentNamed('production');
const cases = alerts.flatMap((alert) => metricCases(alert).map((entry, index) => ({ alert, entry, name: `${alert.id}-${index + 1}` })));

describe('the cases of the metric alerts', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alert-cases-'));
    for (const { alert, entry, name } of cases) {
      const files = promtoolFiles(alert, entry, environment, `${name}.rules.yaml`);
      await writeFile(join(folder, `${name}.rules.yaml`), yamlText(files.rules));
      await writeFile(join(folder, `${name}.test.yaml`), yamlText(files.tests));
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('promtool', 'come out as declared', async (promtool) => {
    const { ok, output } = await run(promtool, ['test', 'rules', ...cases.map(({ name }) => `${name}.test.yaml`)], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output.replaceAll(/^(Processing|Unit Testing|\s*SUCCESS).*\n/gm, '')).toBe('');
    expect(output.match(/SUCCESS/g)).toHaveLength(cases.length);
  });

  itWithProgram('promtool', 'can fail: one with another value is refused', async (promtool) => {
    const [first] = cases.filter(({ alert, entry }) => alert.id === 'HighErrorRate' && entry.alerts.length > 0);
    if (first === undefined) throw new Error('HighErrorRate has no firing case');
    const wrong = { ...first.entry, alerts: first.entry.alerts.map((one) => ({ ...one, value: one.value * 2 })) };
    await writeFile(join(folder, 'wrong.test.yaml'), yamlText(promtoolFiles(first.alert, wrong, environment, `${first.name}.rules.yaml`).tests));
    const { ok } = await run(promtool, ['test', 'rules', 'wrong.test.yaml'], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok).toBe(false);
  });
});
