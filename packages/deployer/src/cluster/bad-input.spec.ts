import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Artifact, environmentInputs, makeArtifact } from '@bud-o11y/model';
import type { Helm } from '../charts/helm.ts';
import { call } from '../fakes/client.ts';
import type { FakeOptions } from '../fakes/kubernetes/index.ts';
import { type ClusterTest, clusterBundle, clusterEnvironment, home, onCluster, releaseDrafts, type RunOptions } from '../fixtures/cluster.ts';
import { worldOf } from '../fixtures/cluster-crash.ts';
import { draft } from '../fixtures/objects.ts';
import { filesBelow } from '../fixtures/canary.ts';
import { runLine, type Said } from '../fixtures/host.ts';
import { itWithHelm, packChart } from '../fixtures/with-helm.ts';
import { planFileText } from '../plan/plan-file.ts';

interface Row {
  readonly what: string;
  readonly line: string;
  readonly given?: RunOptions;
  /** Makes it bad, after a whole apply. */
  readonly spoil?: (test: ClusterTest) => void | Promise<void>;
  readonly exit: number;
  readonly says: RegExp;
  readonly server?: FakeOptions;
  /** Whether it is refused before the server is asked for anything. */
  readonly silent?: true;
}

const next = { artifacts: clusterBundle('2') };
type SavedPlan = Parameters<typeof planFileText>[0];

/** Rewrites the saved plan. */
async function rewrite({ workspace, run }: ClusterTest, change: (text: string) => string): Promise<void> {
  await run('plan --out plan.json', next);
  const path = join(workspace, 'plan.json');
  await writeFile(path, change(await readFile(path, 'utf8')));
}

const dashboard = (text: string): Artifact => makeArtifact({ kind: 'dashboard', project: 'dashboards', environment: 'dev', name: 'large', path: 'dashboards/dev/large.json', source: 'x.ts', folder: 'bud-platform', data: { uid: 'large', text } });
const fixedJob = (image: string) => ({ drafts: [...releaseDrafts(), draft('batch/v1', 'Job', 'once', { metadata: { name: 'once', namespace: home }, spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } } } }, { source: 'release:grafana', artifact: 'helm-values:grafana' })] });

/** Wrong input of an apply to a cluster. */
const rows: readonly Row[] = [
  { what: 'no kubeconfig', line: 'apply', spoil: async ({ workspace }) => await rm(join(workspace, 'kubeconfig')), exit: 1, says: /error notFound {2}[^\n]*kubeconfig/, silent: true },
  { what: 'a kubeconfig that is not where it was said to be', line: 'apply --kubeconfig gone', exit: 1, says: /error notFound {2}[^\n]*gone/, silent: true },
  { what: 'an unknown context', line: 'apply --context fakee', exit: 1, says: /error notFound {2}[^\n]*no context "fakee"[^]*did you mean fake\?/, silent: true },
  { what: 'an expired token', line: 'apply', spoil: ({ fake }) => fake.expire('admin-token'), exit: 1, says: /error unauthorised[^]*fix: log in again/ },
  { what: 'a server that is not there', line: 'apply', spoil: async ({ workspace, fake }) => await writeFile(join(workspace, 'kubeconfig'), fake.kubeconfig().replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:1')), exit: 1, says: /error unreachable[^]*127\.0\.0\.1:1/, silent: true },
  { what: 'the plan of another environment', line: 'apply --plan plan.json', spoil: async (test) => await rewrite(test, (text) => planFileText({ ...(JSON.parse(text) as SavedPlan), environment: 'staging' })), exit: 3, says: /error stalePlan[^]*it is a plan of staging, not of dev/ },
  { what: 'an edited plan', line: 'apply --plan plan.json', spoil: async (test) => await rewrite(test, (text) => text.replace('"update"', '"create"')), exit: 1, says: /error invalid {2}[^\n]*was changed after it was made/ },
  { what: 'a plan that is cut short', line: 'apply --plan plan.json', spoil: async (test) => await rewrite(test, (text) => text.slice(0, 40)), exit: 1, says: /error invalid {2}[^\n]*cut short/ },
  { what: 'a repository that lost the environment', line: 'apply', given: { environments: environmentInputs.filter(({ name }) => name !== 'dev') }, exit: 1, says: /environment-unknown/, silent: true },
  { what: 'a bundle that lost everything of the environment', line: 'apply', given: { artifacts: [], drafts: [] }, exit: 3, says: /plan-prune-budget/ },
  { what: 'an object over 1 MiB', line: 'apply', given: { artifacts: [...clusterBundle('2'), dashboard('x'.repeat(1_100_000))] }, exit: 1, says: /object-too-large[^]*1048576/ },
  { what: 'a namespace that is terminating', line: 'apply', spoil: async ({ server }) => void (await call(server, 'DELETE', `/api/v1/namespaces/${home}`)), exit: 3, says: /target-terminating[^]*fix: wait until it is gone/, server: { controllers: { deletions: 'manual' } } },
];

describe('wrong input of an apply to a cluster', () => {
  it.each(rows)('$what: exit $exit, and nothing is changed', async ({ line, given = next, spoil = () => undefined, exit, says, server, silent }) => await onCluster(async (test) => {
    const { run, fake, workspace } = test;
    expect(await run('apply')).toMatchObject({ exit: 0 });
    await spoil(test);
    const before = { world: worldOf(fake), files: await filesBelow(workspace), lease: fake.read('Lease', 'bud-o11y-dev', home) };
    fake.requests.clear();
    const said = await run(line, given);
    expect({ exit: said.exit, err: said.err }).toEqual({ exit, err: expect.stringMatching(says) });
    expectReadable(said);
    expect(fake.requests.writes().map(({ name }) => name)).toEqual([]);
    if (silent === true) expect(fake.requests.all.map(({ name }) => name)).toEqual([]);
    expect({ world: worldOf(fake), files: await filesBelow(workspace), lease: fake.read('Lease', 'bud-o11y-dev', home) }).toEqual(before);
  }, { retryFactor: 400, ...server }));

  it('an older API server: exit 3, and nothing is written', async () => await onCluster(async ({ run, fake }) => {
    const said = await run('apply');
    expect(said).toMatchObject({ exit: 3, err: expect.stringMatching(/error unsupported[^]*runs Kubernetes v1\.20\.3[^]*fix: use a cluster of version 1\.25 or later/) });
    expectReadable(said);
    expect(fake.requests.writes()).toEqual([]);
  }, { version: 'v1.20.3' }));

  it('a field that can never change: exit 3, with its path; the object stays, the others go on', async () => await onCluster(async ({ run, fake }) => {
    await run('apply', fixedJob('a'));
    const uid = fake.read('Job', 'once', home)?.metadata.uid;
    expect(await run('plan -o json', fixedJob('b'))).toMatchObject({ exit: 3, out: expect.stringMatching(/"target-immutable-field"[^]*batch\/Job\/[^]*spec\.template/) });
    expect(await run('apply', { ...next, ...fixedJob('b') })).toMatchObject({ exit: 3, err: expect.stringMatching(/failed immutable {2}batch\/Job\/[^]*spec\.template/) });
    expect(fake.read('ConfigMap', 'bud-dashboard-overview', home)?.['data']).toMatchObject({ 'overview.json': expect.stringContaining('overview 2') });
    expect(fake.read('Job', 'once', home)?.metadata.uid).toBe(uid);
  }));

  it('an object that the server would refuse: the plan says so, exit 3', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    fake.faults.add({ match: ({ name, dryRun }) => name === 'patch configmaps' && dryRun, times: 1000, fault: { do: 'answer', code: 403, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, reason: 'Forbidden', message: 'admission webhook "w.corp.test" denied the request: no' } } });
    expect(await run('plan -o json', next)).toMatchObject({ exit: 3, out: expect.stringMatching(/"target-refused"[^]*admission webhook \\"w\.corp\.test\\" denied/) });
  }));

  it('an object that has our label and is in no inventory: told, and left alone', async () => await onCluster(async ({ run, fake }) => {
    await run('apply');
    const labels = fake.read('ConfigMap', 'bud-dashboard-errors', home)?.metadata.labels;
    fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'copied', namespace: home, labels }, data: { a: 'b' } });
    expect(await run('plan')).toMatchObject({ exit: 0, err: expect.stringMatching(/target-orphan[^]*core\/ConfigMap\/[^\n]*copied[^]*fix: look at them/) });
    expect(await run('apply', next)).toMatchObject({ exit: 0 });
    expect(fake.read('ConfigMap', 'copied', home)).toBeDefined();
  }));
});

describe('a chart that cannot be trusted', () => {
  const values = (chart: string, version: string, data: Readonly<Record<string, unknown>> = {}): Artifact => makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'dev', name: 'web', path: 'helm-values/dev/web.yaml', source: 'x.ts', layer: 'backends', chart: { name: chart, version, repository: 'https://charts.test' }, data });

  /** The command line on the cluster with a cache and a lock of its own, and the real helm. */
  async function withCharts(helm: Helm, artifact: Artifact, test: (run: (line: string) => Promise<Said>, cluster: ClusterTest) => Promise<void>): Promise<void> {
    await onCluster(async (cluster) => {
      const { workspace } = cluster;
      const variables = { KUBECONFIG: join(workspace, 'kubeconfig'), XDG_CACHE_HOME: join(workspace, 'cache'), HOME: workspace, PATH: '', HELM: helm.program };
      const run = async (line: string): Promise<Said> => await runLine(line, { workspace, artifacts: [...clusterBundle().filter(({ kind }) => kind === 'dashboard'), artifact], environments: [clusterEnvironment], variables });
      await mkdir(join(workspace, 'packages/helm-values'), { recursive: true });
      await packChart(helm, 'full', workspace);
      await packChart(helm, 'unsteady', workspace);
      expect(await run('charts pull --from .')).toMatchObject({ exit: 0 });
      await test(run, cluster);
      expect(cluster.fake.requests.writes()).toEqual([]);
      expect(cluster.fake.read('ConfigMap', 'bud-dashboard-overview', home)).toBeUndefined();
    });
  }

  const apply = 'apply -e dev --identities identities.json';

  itWithHelm('one whose archive is not that of the lock: exit 1, with both digests, and nothing is written', async (helm) => await withCharts(helm, values('full', '1.2.3'), async (run, { workspace }) => {
    const [archive] = Object.keys(await filesBelow(join(workspace, 'cache')));
    await writeFile(join(workspace, 'cache', archive ?? ''), 'another');
    const said = await run(apply);
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/error invalid[^]*the lock says sha256 [0-9a-f]{64}, the file has [0-9a-f]{64}/) });
    expectReadable(said);
  }));

  itWithHelm('one that renders differently each time: exit 1, with the path that differs, and nothing is written', async (helm) => await withCharts(helm, values('unsteady', '0.1.0'), async (run) => {
    const said = await run(apply);
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/chart-nondeterministic[^]*data\.password[^]*fix: give the value yourself/) });
    expectReadable(said);
  }));

  itWithHelm('one with a hook of a kind that is not known: exit 1, with the hook, and nothing is written', async (helm) => await withCharts(helm, values('full', '1.2.3', { hook: 'pre-instal' }), async (run) => {
    const said = await run(apply);
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/chart-unknown-hook[^]*pre-instal/) });
    expectReadable(said);
  }));
});

/** What and what to do, no stack trace, and the code on the last line. */
function expectReadable({ exit, err }: Said): void {
  expect(err).toMatch(/ {2}fix: \S/);
  expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^exit ${exit}: \\w`));
}
