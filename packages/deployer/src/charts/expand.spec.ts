import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Bundle, environmentNamed, type HelmValuesArtifact, makeArtifact } from '@bud-o11y/model';
import { collectBundle, renderAll } from '../bundle.ts';
import { inTemporaryFolder } from '../fixtures/host.ts';
import { itWithHelm, packChart, packStandIns } from '../fixtures/with-helm.ts';
import { kubernetesObjects } from '../objects/kubernetes-objects.ts';
import { nodeFileSystem } from '../targets/directory/file-system.ts';
import { cachedArchive } from './cache.ts';
import { expandCharts } from './expand.ts';
import { findHelm, type Helm } from './helm.ts';
import type { ChartLock } from './lock.ts';
import { pullChart } from './pull.ts';

const environment = environmentNamed('production');
const repository = 'https://charts.test';

function release(name: string, chart: string, version: string, data: Readonly<Record<string, unknown>> = {}): HelmValuesArtifact {
  return makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'production', name, path: `helm-values/production/${name}.yaml`, source: `packages/helm-values/src/charts/${name}.ts`, layer: 'backends', chart: { name: chart, version, repository }, data });
}

const bundle = (...artifacts: readonly HelmValuesArtifact[]): Bundle => ({ environment: 'production', artifacts, runbooks: new Map() });
const web = release('web', 'full', '1.2.3', { replicas: 2 });

/** A program of the shell in the place of helm. */
async function scripted(folder: string, body: string): Promise<Helm> {
  const program = join(folder, 'helm');
  await writeFile(program, `#!/bin/sh\n${body}\n`);
  await chmod(program, 0o755);
  const helm = await findHelm({ HELM: program }, folder, new AbortController().signal);
  if (helm === undefined) throw new Error('no program');
  return helm;
}

/** Puts an archive of these bytes into the cache, under a digest. */
async function cached(cacheFolder: string, bytes: string, digest: string): Promise<ChartLock> {
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(cachedArchive(cacheFolder, web.chart, digest), bytes);
  return { full: { version: '1.2.3', repository, sha256: digest } };
}

const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('expandCharts', () => {
  it.each([
    ['no entry', {}, /full 1\.2\.3 was not pulled/],
    ['an entry without a digest', { full: { version: '1.2.3', repository, sha256: null } }, /full 1\.2\.3 was not pulled/],
    ['an entry of another version', { full: { version: '1.2.2', repository, sha256: 'a'.repeat(64) } }, /full 1\.2\.3 was not pulled/],
    ['nothing in the cache', { full: { version: '1.2.3', repository, sha256: 'a'.repeat(64) } }, /not in the cache of this machine/],
  ])('reports a release as missing: %s', async (_, lock: ChartLock, why) => await inTemporaryFolder(async (cacheFolder) => {
    expect(await expandCharts(bundle(web), environment, { lock, cacheFolder, fileSystem: nodeFileSystem, helm: undefined })).toEqual({ drafts: [], problems: [], missing: [{ release: 'web', why: expect.stringMatching(why) }] });
  }));

  it('reports a release as missing without helm, after the archive was verified', async () => await inTemporaryFolder(async (cacheFolder) => {
    const lock = await cached(cacheFolder, 'abc', digestOfAbc);
    expect((await expandCharts(bundle(web), environment, { lock, cacheFolder, fileSystem: nodeFileSystem, helm: undefined })).missing).toEqual([{ release: 'web', why: expect.stringContaining('helm was not found') }]);
  }));

  it('refuses an archive that is not the one that was pulled, with both digests', async () => await inTemporaryFolder(async (cacheFolder) => {
    const lock = await cached(cacheFolder, 'abd', digestOfAbc);
    await expect(expandCharts(bundle(web), environment, { lock, cacheFolder, fileSystem: nodeFileSystem, helm: undefined })).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(new RegExp(`${digestOfAbc}.*the file has a52d159f`)) });
  }));

  it('gives helm the verified bytes, the values, and nothing of our environment', async () => await inTemporaryFolder(async (folder) => {
    const cacheFolder = join(folder, 'cache');
    const lock = await cached(cacheFolder, 'abc', digestOfAbc);
    const helm = await scripted(folder, `
while read -r line; do values="$values$line;"; done
read -r bytes < "$3"
shift 3
printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: seen}\\ndata: {args: "%s", values: "%s", bytes: "%s", canary: "%s"}\\n' "$*" "$values" "$bytes" "$CANARY"`);
    process.env['CANARY'] = 'canary';
    const { drafts, problems } = await expandCharts(bundle(web), { ...environment, ownsClusterScope: false }, { lock, cacheFolder, fileSystem: nodeFileSystem, helm });
    delete process.env['CANARY'];
    expect(problems).toEqual([]);
    expect(drafts[0]?.object).toMatchObject({ data: { values: 'replicas: 2;', bytes: 'abc', canary: '', args: '--namespace observability --skip-tests --kube-version 1.34.0 --api-versions monitoring.coreos.com/v1 -f -' } });
  }));

  it('turns a refusal of helm into a problem, cleaned and without its own paths', async () => await inTemporaryFolder(async (folder) => {
    const cacheFolder = join(folder, 'cache');
    const lock = await cached(cacheFolder, 'abc', digestOfAbc);
    const helm = await scripted(folder, 'printf "values do not fit\\033[31m: %s\\npassword: canary\\n" "$3" >&2; exit 1');
    const { problems, missing } = await expandCharts(bundle(web), environment, { lock, cacheFolder, fileSystem: nodeFileSystem, helm });
    expect(missing).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ code: 'chart-refused', where: expect.objectContaining({ file: web.source }), what: expect.stringMatching(/values do not fit\\x1b\[31m: \/full-1\.2\.3/) })]);
    expect(problems[0]?.what).not.toContain('canary');
  }));

  itWithHelm('expands a chart with definitions, hooks and a webhook', async (helm) => await inTemporaryFolder(async (folder) => {
    await packChart(helm, 'full', folder);
    const chart = web.chart;
    const cacheFolder = join(folder, 'cache');
    const { entry } = await pullChart({ chart, locked: null, helm, cacheFolder, fileSystem: nodeFileSystem, from: folder });
    const expand = async (own: typeof environment) => await expandCharts(bundle(web), own, { lock: { full: entry }, cacheFolder, fileSystem: nodeFileSystem, helm });
    const { drafts, problems, missing } = await expand(environment);
    expect({ problems, missing }).toEqual({ problems: [], missing: [] });
    const { objects } = kubernetesObjects(bundle(web), environment, drafts);
    const label = ({ kind, metadata }: { readonly kind: string; readonly metadata: { readonly name: string } }): string => `${kind} ${metadata.name}`;
    const of = (name: string) => objects.find(({ object }) => label(object) === name);
    expect(objects.filter(({ source }) => source === 'release:web').map(({ object }) => label(object)).toSorted()).toEqual([
      'ConfigMap web-before', 'ConfigMap web-config', 'CustomResourceDefinition widgets.example.test', 'Deployment web', 'Job web-after', 'Job web-before',
      'Role web', 'RoleBinding web', 'Service web', 'ServiceAccount web', 'ServiceMonitor web', 'ValidatingWebhookConfiguration web.example.test', 'Widget web',
    ]);
    expect(of('Deployment web')?.object).toMatchObject({ spec: { replicas: 2, template: { spec: { volumes: [{ configMap: { defaultMode: 416 } }] } } } });
    expect(of('ServiceMonitor web')?.object.metadata.annotations).toEqual({ kubernetes: 'v1.34.0' });
    expect(of('CustomResourceDefinition widgets.example.test')?.object).not.toHaveProperty('status');
    const needs = (name: string): readonly string[] => (of(name)?.needs ?? []).map((key) => key.split('/').toSpliced(2, 1).slice(1).join(' '));
    expect(needs('Deployment web')).toEqual(['Job web-before', 'ConfigMap web-before', 'ConfigMap web-config', 'Namespace observability', 'ServiceAccount web', 'RoleBinding web']);
    expect(needs('Job web-after')).toEqual(expect.arrayContaining(['Deployment web', 'Job web-before']));
    expect(needs('ValidatingWebhookConfiguration web.example.test')).toEqual(['Deployment web', 'Service web']);
    expect(needs('Widget web')).toEqual(['CustomResourceDefinition widgets.example.test']);
    expect((await expand({ ...environment, ownsClusterScope: false })).drafts.map(({ object }) => object.kind)).not.toContain('CustomResourceDefinition');
  }));

  itWithHelm('expands stand-ins of every pinned chart, and the whole of production fits together', async (helm) => await inTemporaryFolder(async (folder) => {
    const { bundle: whole } = collectBundle('production', await renderAll(environment), new Map());
    await packStandIns(helm, whole.artifacts, folder);
    let lock: ChartLock = {};
    for (const artifact of whole.artifacts) {
      if (artifact.kind !== 'helm-values') continue;
      const { entry } = await pullChart({ chart: artifact.chart, locked: lock[artifact.chart.name]?.sha256 ?? null, helm, cacheFolder: folder, fileSystem: nodeFileSystem, from: folder });
      lock = { ...lock, [artifact.chart.name]: entry };
    }
    const { drafts, problems, missing } = await expandCharts(whole, environment, { lock, cacheFolder: folder, fileSystem: nodeFileSystem, helm });
    const { objects, problems: placing } = kubernetesObjects(whole, environment, drafts);
    expect({ problems, missing, placing }).toEqual({ problems: [], missing: [], placing: [] });
    const alertmanager = objects.find(({ object }) => object.kind === 'Deployment' && object.metadata.name === 'alertmanager');
    expect(alertmanager?.needs).toContain('core/ConfigMap/observability/bud-alertmanager-config');
    const rules = objects.filter(({ object }) => object.kind === 'PrometheusRule');
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter(({ needs }) => !needs.includes('apiextensions.k8s.io/CustomResourceDefinition/_/prometheusrules.monitoring.coreos.com'))).toEqual([]);
  }));

  itWithHelm('tells what helm and the chart refuse, all at once', async (helm) => await inTemporaryFolder(async (folder) => {
    const lock: Record<string, ChartLock[string]> = {};
    const releases = [release('few', 'full', '1.2.3', { replicas: 0 }), release('odd', 'full', '1.2.3', { hook: 'pre-instal' }), release('wavering', 'unsteady', '0.1.0')];
    for (const name of ['full', 'unsteady'] as const) await packChart(helm, name, folder);
    for (const { chart } of releases) lock[chart.name] = (await pullChart({ chart, locked: lock[chart.name]?.sha256 ?? null, helm, cacheFolder: folder, fileSystem: nodeFileSystem, from: folder })).entry;
    const { problems } = await expandCharts(bundle(...releases), environment, { lock, cacheFolder: folder, fileSystem: nodeFileSystem, helm });
    expect(problems.map(({ code, where }) => `${code} ${where.artifact}`).toSorted()).toEqual(['chart-nondeterministic helm-values:wavering', 'chart-refused helm-values:few', 'chart-unknown-hook helm-values:odd']);
    expect(problems.find(({ code }) => code === 'chart-nondeterministic')?.what).toMatch(/Secret\/observability\/password of wavering .*: data\.password$/);
    expect(problems.find(({ code }) => code === 'chart-refused')?.what).toMatch(/replicas/);
  }));
});
