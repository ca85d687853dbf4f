import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { alerts, fillTemplate, receiversOf, renderAlerts, rulesOf } from '@bud-o11y/alerts';
import { type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

/** Every set of labels that decides about a route, once: two alerts of one severity, team and service go the same way. */
function labelSets(environment: Environment): readonly Readonly<Record<string, string>>[] {
  const sets = alerts.flatMap((alert) => rulesOf(alert, environment)).map(({ alert, data }) => {
    const named = typeof alert.service === 'object' && 'label' in alert.service ? { [alert.service.label]: 'budapp' } : {};
    const labels = Object.entries(data.labels ?? {}).map(([name, text]) => [name, fillTemplate(text, named, 0)]);
    return { alertname: alert.id, ...Object.fromEntries(labels) as Record<string, string> };
  });
  return [...new Map(sets.map((labels) => [JSON.stringify(labels), labels])).values()];
}

/** Every text of the configuration that Alertmanager fills in when it notifies: `check-config` does not look at them. */
function templates(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{{') ? [value] : [];
  return value !== null && typeof value === 'object' ? [...new Set(Object.values(value).flatMap(templates))] : [];
}

describe.each(environmentNames)('Alertmanager in %s', (name) => {
  const environment = environmentNamed(name);
  let folder = '';
  const amtool = (program: string, args: readonly string[]) => run(program, args, { cwd: folder, env: process.env, timeoutMs: 20_000 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'routing-'));
    const config = renderAlerts(environment).find(({ kind }) => kind === 'alertmanager');
    await writeFile(join(folder, 'alertmanager.yaml'), config?.text ?? '');
    await writeFile(join(folder, 'none.tmpl'), '');
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('amtool', 'accepts the configuration', async (program) => {
    const { ok, output } = await amtool(program, ['check-config', 'alertmanager.yaml']);
    expect(ok ? '' : output).toBe('');
  });

  itWithProgram('amtool', 'routes every alert to the receivers that we compute', async (program) => {
    const wrong: string[] = [];
    for (const labels of labelSets(environment)) {
      const wanted = receiversOf(labels, environment).join(',');
      const { output } = await amtool(program, ['config', 'routes', 'test', '--config.file=alertmanager.yaml', ...Object.entries(labels).map(([label, value]) => `${label}=${value}`)]);
      if (output.trim() !== wanted) wrong.push(`${labels['alertname']}: ${output.trim()} instead of ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  itWithProgram('amtool', 'can fill in every text of a notification', async (program) => {
    const texts = templates(renderAlerts(environment).find(({ kind }) => kind === 'alertmanager')?.data);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) {
      const { ok, output } = await amtool(program, ['template', 'render', '--template.glob=none.tmpl', `--template.text=${text}`]);
      expect(ok ? '' : output).toBe('');
    }
  });

  itWithProgram('amtool', 'sends what no branch knows to the default receiver', async (program) => {
    const { output } = await amtool(program, ['config', 'routes', 'test', '--config.file=alertmanager.yaml', 'severity=unheard-of']);
    expect(output.trim()).toBe('default');
  });
});
