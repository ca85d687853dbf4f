import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { renderAlerts } from '@bud-o11y/alerts';
import { startedPrograms } from '@bud-o11y/helm-values';
import { environmentNamed } from '@bud-o11y/model';
import { queried } from '../collector/stage.ts';
import { type Program, holdsWithin, startProgram } from '../live/program.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';
import { prometheusConfig } from '../scrape/prometheus-config.ts';

const local = environmentNamed('local');
const { prometheus: prometheusUrl, alertmanager: alertmanagerUrl } = local.urls;
const collectorHealth = 'http://127.0.0.1:13133';
const workspace = join(import.meta.dirname, '../../..');

/** Programs on the ports that the environment gives them, on files that nothing but `apply` has touched. */
describeWithPrograms(['prometheus', 'alertmanager', 'otelcol'], 'the directory target of `apply -e local`', (programs) => {
  let folder = '';
  const running: Program[] = [];
  const answer = async <Data>(path: string): Promise<Data> => ((await (await fetch(`${prometheusUrl}${path}`)).json()) as { readonly data: Data }).data;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-stack-'));
    const applied = await run(process.execPath, [join(workspace, 'packages/deployer/bin/bud-o11y.mjs'), 'apply', '-e', 'local', '--directory', folder], { cwd: workspace, env: process.env, timeoutMs: 60_000 });
    if (!applied.ok) throw new Error(applied.output);
    const ready = { alertmanager: alertmanagerUrl, otelcol: collectorHealth, prometheus: prometheusUrl } as const;
    for (const name of ['alertmanager', 'otelcol', 'prometheus'] as const) {
      const args = startedPrograms(local).find((program) => program.name === name)?.args ?? [];
      running.push(await startProgram({ path: programs[name], args, cwd: folder, url: ready[name] }));
    }
  }, 120_000);

  afterAll(async () => {
    for (const program of running.toReversed()) await program.stop();
    await rm(folder, { recursive: true });
  }, 60_000);

  it('gives Prometheus its rules', async () => {
    const { groups } = await answer<{ readonly groups: readonly { readonly file: string; readonly rules: readonly { readonly type: string; readonly lastError?: string }[] }[] }>('/api/v1/rules');
    expect(groups.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)).toSorted()).toEqual((await readdir(join(folder, 'prometheus/rules'))).toSorted());
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.flatMap(({ lastError }) => lastError ?? [])).toEqual([]);
  });

  it('gives Prometheus its targets, under the labels of the catalog', async () => {
    const targets = async () => (await answer<{ readonly activeTargets: readonly { readonly labels: Readonly<Record<string, string>> }[] }>('/api/v1/targets')).activeTargets;
    // Discovery takes a few seconds.
    await holdsWithin(20_000, async () => (await targets()).length > 0);
    const activeTargets = await targets();
    expect(activeTargets.map(({ labels }) => labels['job']).toSorted()).toEqual(prometheusConfig(local).scrape_configs.map(({ job_name: name }) => name).toSorted());
    for (const { labels } of activeTargets) expect(labels).toMatchObject({ service: labels['job'], namespace: local.namespaces.apps[0], pod: expect.any(String), node: expect.any(String) });
  });

  it.each(['alertmanager', 'otel-collector', 'prometheus'])('lets Prometheus scrape %s', async (job) => {
    const up = `up{job="${job}"} == 1`;
    // One scrape interval, and the patience that a busy machine needs.
    expect(await holdsWithin(40_000, async () => (await queried(prometheusUrl, up)).length === 1)).toBe(true);
  }, 60_000);

  it('lets Prometheus find Alertmanager, and Alertmanager its routes', async () => {
    const { activeAlertmanagers } = await answer<{ readonly activeAlertmanagers: readonly { readonly url: string }[] }>('/api/v1/alertmanagers');
    expect(activeAlertmanagers.map(({ url }) => new URL(url).host)).toEqual([new URL(alertmanagerUrl).host]);
    const routing = renderAlerts(local).find(({ kind }) => kind === 'alertmanager')?.data as Readonly<Record<string, unknown>>;
    const receivers = (await (await fetch(`${alertmanagerUrl}/api/v2/receivers`)).json()) as readonly { readonly name: string }[];
    expect(receivers.map(({ name }) => name)).toEqual((routing['receivers'] as readonly { readonly name: string }[]).map(({ name }) => name));
  });
});
