import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { load, loadAll } from 'js-yaml';
import { type Artifact, makeArtifact } from '@bud-o11y/model';
import { goYaml } from '../charts/go-yaml.ts';
import { dashboardArtifact, datasourcesArtifact, recordingArtifact } from '../fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine, type Said } from '../fixtures/host.ts';
import { itWithHelm, packChart } from '../fixtures/with-helm.ts';

const values = (name: string, chart: string, version: string): Artifact => makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'production', name, path: `helm-values/production/${name}.yaml`, source: 'x.ts', layer: 'backends', chart: { name: chart, version, repository: 'https://charts.test' }, data: {} });
const artifacts = [dashboardArtifact({ name: 'overview' }), datasourcesArtifact({ name: 'd' }), recordingArtifact({ name: 'r' }), values('web', 'full', '1.2.3')];

/** A workspace with an own cache, and without a helm but the one that is given. */
async function inWorkspace(test: (workspace: string, say: (line: string, given?: readonly Artifact[]) => Promise<Said>) => Promise<void>, helm = ''): Promise<void> {
  await inTemporaryFolder(async (workspace) => {
    await mkdir(join(workspace, 'packages/helm-values'), { recursive: true });
    const variables = { XDG_CACHE_HOME: join(workspace, 'cache'), HOME: '/nowhere', PATH: '', HELM: helm };
    await test(workspace, async (line, given = artifacts) => await runLine(line, { workspace, artifacts: given, variables }));
  });
}

const lockOf = async (workspace: string): Promise<Readonly<Record<string, { readonly sha256: string | null; readonly version: string }>>> => {
  const { charts } = JSON.parse(await readFile(join(workspace, 'packages/helm-values/charts.lock.json'), 'utf8')) as { charts: Record<string, { sha256: string | null; version: string }> };
  return charts;
};

describe('render --out of a cluster', () => {
  it('writes a file per object and what is missing, and prunes it the next time', async () => await inWorkspace(async (workspace, say) => {
    const first = await say('render -e production --out tree');
    expect(first).toMatchObject({ exit: 0, err: expect.stringContaining('release web is left out: the chart full 1.2.3 was not pulled') });
    const { 'tree/.bud-o11y/inventory': _, 'tree/missing.txt': missing, ...files } = await contents(workspace);
    expect(missing).toBe('release web is left out: the chart full 1.2.3 was not pulled (bud-o11y charts pull)\n');
    expect(Object.keys(files)).toEqual([
      'tree/1-namespaces-and-storage/cluster-scoped/namespace-bud.yaml',
      'tree/1-namespaces-and-storage/cluster-scoped/namespace-observability.yaml',
      'tree/4-datasources/observability/configmap-bud-grafana-datasources.yaml',
      'tree/5-recording-rules/observability/prometheusrule-bud-rules-mimir-r.yaml',
      'tree/7-dashboards/observability/configmap-bud-dashboard-overview.yaml',
    ]);
    const read = load(files['tree/7-dashboards/observability/configmap-bud-dashboard-overview.yaml'] ?? '', { schema: goYaml });
    expect(read).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { grafana_dashboard: '1' } } });
    await say('render -e production --out tree', artifacts.slice(1));
    expect(Object.keys(await contents(workspace))).not.toContain('tree/7-dashboards/observability/configmap-bud-dashboard-overview.yaml');
  }));

  it('holds nothing that kubectl or a GitOps tool would take for an object and is none', async () => await inWorkspace(async (workspace, say) => {
    await say('render -e production --out tree');
    const taken = Object.entries(await contents(workspace)).filter(([path]) => /\.(?:json|ya?ml)$/.test(path));
    expect(taken.length).toBeGreaterThan(3);
    for (const [, text] of taken) expect(load(text, { schema: goYaml })).toMatchObject({ apiVersion: expect.any(String), kind: expect.any(String) });
  }));

  it('writes nothing when an object cannot be applied', async () => await inWorkspace(async (workspace, say) => {
    const twice = [...artifacts, { ...dashboardArtifact({ name: 'other' }), data: { uid: 'overview' } } as Artifact];
    expect(await say('render -e production --out tree', twice)).toMatchObject({ exit: 1, err: expect.stringContaining('object-duplicate') });
    expect(await contents(workspace)).toEqual({});
  }));
});

describe('rbac', () => {
  it('prints roles that read back, and says what is missing', async () => await inWorkspace(async (_, say) => {
    const { exit, out, err } = await say('rbac -e production');
    expect({ exit, err }).toEqual({ exit: 0, err: expect.stringMatching(/release web is left out[^]*without what the missing releases need/) });
    expect(loadAll(out)).toEqual((JSON.parse((await say('rbac -e production -o json')).out) as { items: unknown }).items);
  }));
});

describe('a lock of charts that is named and not there', () => {
  it('stops every verb but `charts pull`, which makes it', async () => await inWorkspace(async (workspace, say) => {
    for (const line of ['rbac', 'render --out tree']) expect(await say(`${line} -e production --charts-lock mine.json`)).toMatchObject({ exit: 1, err: expect.stringMatching(/error notFound {2}there is no lock of charts at \S+mine\.json/) });
    expect(await contents(workspace)).toEqual({});
  }));

  itWithHelm('is made by `charts pull`', async (helm) => await inWorkspace(async (workspace, say) => {
    await packChart(helm, 'full', workspace);
    expect(await say('charts pull -e production --from . --charts-lock mine.json')).toMatchObject({ exit: 0 });
    expect(Object.keys(await contents(workspace))).toContain('mine.json');
  }, helm.program));
});

describe('secrets', () => {
  it('lists names, keys and readers', async () => await inWorkspace(async (_, say) => {
    expect((await say('secrets -e production')).out).toMatch(/^secret +key +read by\n(.*\n)*grafana-admin +admin-password +Grafana\n/);
    expect(JSON.parse((await say('secrets -e production -o json')).out)).toContainEqual({ namespace: 'observability', name: 'grafana-admin', keys: ['admin-user', 'admin-password'], usedBy: 'Grafana' });
  }));
});

describe('a verb about clusters', () => {
  it.each(['rbac', 'secrets', 'pin'])('%s refuses an environment that is none', async (verb) => await inWorkspace(async (_, say) => {
    expect(await say(verb)).toMatchObject({ exit: 1, err: expect.stringMatching(/error usage {2}local applies to a directory[^]*fix: name an environment of a cluster with -e\n/) });
  }));
});

describe('a flag about clusters', () => {
  it.each(['plan', 'apply', 'status', 'drift', 'unlock', 'destroy'])('is refused by %s where the target is a folder', async (verb) => await inWorkspace(async (workspace, say) => {
    expect(await say(`${verb} --context x --allow-exec`)).toMatchObject({ exit: 1, err: expect.stringMatching(/--context and --allow-exec are about a cluster, and local applies to a folder here[^]*name an environment of a cluster/) });
    expect(await say(`${verb} -e production --directory target --kubeconfig x`)).toMatchObject({ exit: 1, err: expect.stringMatching(/--kubeconfig is about a cluster[^]*or leave out --directory/) });
    expect(await contents(workspace)).toEqual({});
  }));
});

describe('charts pull', () => {
  it('says so without helm, and with a HELM that is none', async () => {
    await inWorkspace(async (_, say) => expect(await say('charts pull')).toMatchObject({ exit: 1, err: expect.stringContaining('helm was not found') }));
    await inWorkspace(async (_, say) => expect(await say('charts pull')).toMatchObject({ exit: 1, err: expect.stringContaining('HELM names /nowhere/helm') }), '/nowhere/helm');
  });

  it('alone names its verbs', async () => await inWorkspace(async (_, say) => {
    expect(await say('charts')).toMatchObject({ exit: 1, err: expect.stringMatching(/Usage: bud-o11y charts/) });
    expect(await say('charts pul')).toMatchObject({ exit: 1, err: expect.stringMatching(/unknown command 'pul'/) });
  }));

  it('says of a repository that does not answer that it is a server, not the target', async () => {
    await inTemporaryFolder(async (folder) => {
      const program = join(folder, 'helm');
      await writeFile(program, '#!/bin/sh\necho "connection refused" >&2\nexit 1\n', { mode: 0o755 });
      await inWorkspace(async (_, say) => expect(await say('charts pull')).toMatchObject({ exit: 1, err: expect.stringMatching(/helm cannot pull full 1\.2\.3 from https:\/\/charts\.test: connection refused\n +why: a server cannot be reached\n +fix: check network and version/) }), program);
    });
  });

  itWithHelm('fills the lock and the cache from a folder, and then has nothing to do', async (helm) => await inWorkspace(async (workspace, say) => {
    await packChart(helm, 'full', workspace);
    expect(await say('charts pull -e production --from .')).toMatchObject({ exit: 0, out: expect.stringMatching(/full +1\.2\.3 +pulled +[0-9a-f]{12}/) });
    const { full } = await lockOf(workspace);
    expect(full).toEqual({ version: '1.2.3', repository: 'https://charts.test', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await readdir(join(workspace, 'cache/bud-observability/charts'))).toEqual([`full-1.2.3.${full?.sha256?.slice(0, 16)}.tgz`]);
    expect(await say('charts pull -o json')).toMatchObject({ exit: 0, out: expect.stringContaining('"state": "cached"') });
    expect((await say('render -e production --out tree')).err).not.toContain('left out');
    expect(Object.keys(await contents(workspace))).toContain('tree/2-backends/observability/deployment-web.yaml');
  }, helm.program));

  itWithHelm('tells a lock that cannot be written once, before anything is pulled', async (helm) => await inWorkspace(async (workspace, say) => {
    await packChart(helm, 'full', workspace);
    await packChart(helm, 'unsteady', workspace);
    const { exit, err } = await say('charts pull --from . --charts-lock no/such/folder/lock.json', [values('web', 'full', '1.2.3'), values('other', 'unsteady', '0.1.0')]);
    expect({ exit, told: err.match(/^error /gm)?.length }).toEqual({ exit: 1, told: 1 });
    expect(err).toMatch(/cannot write \S*\/no\/such\/folder\/lock\.json: its folder is not there \(ENOENT\)[^]*fix: create the folder, or correct the path\n/);
    expect(Object.keys(await contents(workspace)).filter((path) => path.startsWith('cache'))).toEqual([]);
  }, helm.program));

  itWithHelm('refuses an archive that changed, keeps the lock, and mends a damaged cache', async (helm) => await inWorkspace(async (workspace, say) => {
    const archive = await packChart(helm, 'full', workspace);
    await say('charts pull --from .');
    const before = await lockOf(workspace);
    const place = join(workspace, 'cache/bud-observability/charts', `full-1.2.3.${before['full']?.sha256?.slice(0, 16)}.tgz`);
    await writeFile(place, 'damaged');
    expect(await say('render -e production --out tree')).toMatchObject({ exit: 1, err: expect.stringMatching(new RegExp(`the lock says sha256 ${before['full']?.sha256}, the file has [0-9a-f]{64}`)) });
    await copyFile(archive, join(workspace, 'kept'));
    await writeFile(archive, 'another');
    expect(await say('charts pull --from .')).toMatchObject({ exit: 1, err: expect.stringMatching(new RegExp(`the lock says sha256 ${before['full']?.sha256}, the archive has [0-9a-f]{64}`)) });
    expect(await lockOf(workspace)).toEqual(before);
    await copyFile(join(workspace, 'kept'), archive);
    expect(await say('charts pull --from .')).toMatchObject({ exit: 0 });
    expect(await say('render -e production --out tree')).toMatchObject({ exit: 0 });
  }, helm.program));

  itWithHelm('tries every chart, and forgets the digest of an old version and what nobody pins', async (helm) => await inWorkspace(async (workspace, say) => {
    await packChart(helm, 'full', workspace);
    await packChart(helm, 'unsteady', workspace);
    await say('charts pull --from .', [values('web', 'full', '1.2.3')]);
    const now = [values('gone', 'absent', '1.0.0'), values('next', 'full', '1.2.4'), values('other', 'unsteady', '0.1.0')];
    const said = await say('charts pull --from .', now);
    expect(said).toMatchObject({ exit: 1, out: expect.stringMatching(/absent +1\.0\.0 +failed[^]*full +1\.2\.4 +failed +not pulled\nunsteady +0\.1\.0 +pulled/), err: expect.stringMatching(/full-1\.2\.4\.tgz: it is not there/) });
    expect(await lockOf(workspace)).toMatchObject({ absent: { sha256: null }, full: { version: '1.2.4', sha256: null }, unsteady: { sha256: expect.any(String) } });
    await say('charts pull --from .', [values('other', 'unsteady', '0.1.0')]);
    expect(Object.keys(await lockOf(workspace))).toEqual(['unsteady']);
  }, helm.program));

  itWithHelm('refuses an archive that holds another chart', async (helm) => await inWorkspace(async (workspace, say) => {
    const archive = await packChart(helm, 'unsteady', workspace);
    await copyFile(archive, join(workspace, 'full-1.2.3.tgz'));
    expect(await say('charts pull --from .')).toMatchObject({ exit: 1, err: expect.stringContaining('full-1.2.3.tgz holds unsteady 0.1.0') });
    expect(await lockOf(workspace)).toMatchObject({ full: { sha256: null } });
  }, helm.program));
});
