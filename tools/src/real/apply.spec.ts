import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ControlPlane, applyAs, call, controlPlaneProgramNames, controlPlaneTokens, patchTypes, startControlPlane } from '@bud-o11y/deployer/testing';
import { clusterEnvironment, findHelm, inTemporaryFolder, packStandIns, renderAll, runLine, type Said } from '@bud-o11y/deployer/testing/contract';
import { type Artifact, readEnvironment } from '@bud-o11y/model';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithPrograms } from '../programs/for-specs.ts';

const home = 'observability-dev';
const setLabel = 'applyset.k8s.io/part-of';

// The whole environment `dev`, with stand-ins of ours in place of the pinned charts, on a control plane whose Deployments
// really roll out. The steps build on each other, as they do in a cluster.
describeWithPrograms([...controlPlaneProgramNames, 'helm'], 'apply of dev to a real control plane', (programs) => {
  let plane: ControlPlane;
  let artifacts: readonly Artifact[];
  let workspace: string;
  let leave: () => void = () => undefined;
  const server = () => ({ url: plane.url, ca: plane.ca, token: controlPlaneTokens.admin });
  const dashboard = (): Artifact => artifacts.find(({ kind }) => kind === 'dashboard') as Artifact;
  const withoutDashboard = (): readonly Artifact[] => artifacts.filter((artifact) => artifact !== dashboard());
  const configMapOf = (artifact: Artifact): string => `/api/v1/namespaces/${home}/configmaps/bud-dashboard-${String((artifact.data as { uid: string }).uid)}`;
  const deployment = `/apis/apps/v1/namespaces/${home}/deployments/grafana`;

  async function run(line: string, given = artifacts): Promise<Said> {
    const [verb = '', ...rest] = line.split(' ');
    const variables = { KUBECONFIG: join(workspace, 'kubeconfig'), XDG_CACHE_HOME: join(workspace, 'cache'), HOME: workspace, HELM: programs.helm, USER: 'tester' };
    const files = [...(verb === 'pin' || verb === 'destroy' ? [] : ['--charts-lock charts.json']), ...(verb === 'charts' ? [] : ['--identities identities.json'])];
    return await runLine([...(verb === 'charts' ? [verb, rest.shift()] : [verb]), '-e dev', ...files, ...rest].join(' '), { workspace, artifacts: given, environments: [clusterEnvironment], variables });
  }

  /** The version of everything that is ours, and of our records: equal means that nothing at all was written. */
  async function versions(): Promise<Readonly<Record<string, string>>> {
    const lists = ['/api/v1/configmaps', '/api/v1/services', '/apis/monitoring.coreos.com/v1/prometheusrules', '/apis/coordination.k8s.io/v1/leases', '/api/v1/namespaces', '/apis/apps/v1/deployments'];
    const found: Record<string, string> = {};
    for (const path of lists) {
      const { body } = await call(server(), 'GET', path);
      for (const { metadata } of (body['items'] ?? []) as readonly { metadata: { name: string; labels?: Record<string, string>; resourceVersion: string } }[]) {
        if (metadata.labels?.[setLabel] !== undefined || metadata.name.startsWith('bud-o11y-')) found[`${path} ${metadata.name}`] = metadata.resourceVersion;
      }
    }
    return found;
  }

  beforeAll(async () => {
    plane = await startControlPlane(programs);
    artifacts = await renderAll(readEnvironment('dev', [clusterEnvironment]));
    const until = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await new Promise<void>((ready, failed) => {
      inTemporaryFolder(async (folder) => {
        workspace = folder;
        await plane.writeKubeconfig(join(folder, 'kubeconfig'));
        await mkdir(join(folder, 'archives'));
        await writeFile(join(folder, 'charts.json'), '{ "schema": 1, "charts": {} }\n');
        const helm = await findHelm({ HELM: programs.helm }, folder, new AbortController().signal);
        if (helm === undefined) throw new Error('helm is gone');
        await packStandIns(helm, artifacts, join(folder, 'archives'));
        ready();
        await until;
      }).catch(failed);
    });
  }, 180_000);
  afterAll(async () => {
    leave();
    await plane.close();
  }, 60_000);

  it('asks for a pin first', async () => {
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/dev is not pinned to a cluster yet/) });
    expect(await run('pin')).toMatchObject({ exit: 0 });
  }, 60_000);

  it('without the charts applies exactly the chart-free part, and prints the blocked list', async () => {
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/release:grafana could not be rendered: the chart grafana \S+ was not pulled/) });
    const said = await run('apply --without-charts');
    expect({ exit: said.exit, tail: said.out.split('\n').slice(-3) }).toEqual({ exit: 4, tail: [expect.stringMatching(/^total /), 'applied in part; see above', ''] });
    expect(said.err).toMatch(/blocked monitoring\.coreos\.com\/PrometheusRule\/[^]*kind not served \(comes with release prometheus\)/);
    expect((await call(server(), 'GET', configMapOf(dashboard()))).status).toBe(200);
    expect((await call(server(), 'GET', deployment)).status).toBe(404);
  }, 120_000);

  it('stops before its next write while a Secret that somebody makes by hand is missing', async () => {
    expect(await run('charts pull --from archives')).toMatchObject({ exit: 0 });
    const before = await versions();
    expect(await run('apply')).toMatchObject({ exit: 1, err: expect.stringMatching(/target-missing-secret[^]*there is no Secret alertmanager-receivers in namespace observability-dev/) });
    expect(await versions()).toEqual(before);
    await call(server(), 'POST', `/api/v1/namespaces/${home}/secrets`, { body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'alertmanager-receivers' } } });
  }, 120_000);

  it('with charts and Secrets makes everything and waits until it is ready', async () => {
    const said = await run('apply');
    expect({ exit: said.exit, err: said.exit === 0 ? '' : said.err }).toEqual({ exit: 0, err: '' });
    const { body } = await call(server(), 'GET', deployment);
    expect(body['status']).toMatchObject({ availableReplicas: 1 });
    const rules = (await call(server(), 'GET', `/apis/monitoring.coreos.com/v1/namespaces/${home}/prometheusrules`)).body['items'] as readonly object[];
    expect(rules).toHaveLength(artifacts.filter(({ kind }) => kind === 'recording-rules' || kind === 'alert-rules').length);
  }, 180_000);

  it('a second time makes no write, and a plan finds nothing, also when it asks about everything', async () => {
    const before = await versions();
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/no change\n$/) });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
    const deep = await run('plan --deep --detailed-exitcode');
    expect({ exit: deep.exit, out: deep.exit === 0 ? '' : deep.out }).toEqual({ exit: 0, out: '' });
    expect(await run('status')).toMatchObject({ exit: 0, out: expect.stringMatching(/in sync: /) });
    expect(await versions()).toEqual(before);
  }, 180_000);

  it('prunes a removed dashboard', async () => {
    expect(await run('apply', withoutDashboard())).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +0 +0 +\d+ +1\napplied/) });
    expect((await call(server(), 'GET', configMapOf(dashboard()))).status).toBe(404);
    expect(await run('plan --detailed-exitcode', withoutDashboard())).toMatchObject({ exit: 0 });
  }, 120_000);

  it('shows a field that was edited by hand with manager and both values, and takes it back', async () => {
    await call(server(), 'PATCH', `${deployment}?fieldManager=kubectl-edit`, { body: { spec: { replicas: 2 } }, contentType: patchTypes.merge });
    expect(await run('drift', withoutDashboard())).toMatchObject({ exit: 2, out: expect.stringMatching(/take back apps\/Deployment\/observability-dev\/grafana[^]*spec\.replicas {2}\(kubectl-edit, 20[^)]*\)\n +- 2\n +\+ 1\n/) });
    expect(await run('apply', withoutDashboard())).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +1 /) });
    expect((await call(server(), 'GET', deployment)).body['spec']).toMatchObject({ replicas: 1 });
    expect(await run('drift', withoutDashboard())).toMatchObject({ exit: 0 });
  }, 120_000);

  it('names an edit that the server does not take ours beside, and who made it, until it is undone', async () => {
    const ports = async (port: number): Promise<void> => void (await call(server(), 'PATCH', `/api/v1/namespaces/${home}/services/grafana?fieldManager=kubectl-patch`, { body: { spec: { ports: [{ name: 'http', port }] } }, contentType: patchTypes.merge }));
    await ports(81);
    const refused = /refused core\/Service\/observability-dev\/grafana: edited by "kubectl-patch" \(20[^)]*\) since we wrote it, [^\n]*Duplicate value: "http"/;
    expect(await run('drift', withoutDashboard())).toMatchObject({ exit: 2, out: expect.stringMatching(refused) });
    expect(await run('apply', withoutDashboard())).toMatchObject({ exit: 1, err: expect.stringMatching(/target-refused[^]*fix: undo that edit, or delete the object/) });
    await ports(80);
    expect(await run('apply', withoutDashboard())).toMatchObject({ exit: 0 });
    expect(await run('drift', withoutDashboard())).toMatchObject({ exit: 0 });
  }, 120_000);

  it('stops with exit 3 at a field that another applier declares, and touches nothing of that object', async () => {
    await applyAs(server(), 'argocd', deployment, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'grafana', namespace: home }, spec: { replicas: 3 } }, '&force=true');
    const before = (await call(server(), 'GET', deployment)).body['spec'];
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/dispute apps\/Deployment[^]*"argocd" \(another tool declares it too\)/) });
    expect((await call(server(), 'GET', deployment)).body['spec']).toEqual(before);
    expect((await call(server(), 'GET', configMapOf(dashboard()))).status).toBe(200);
  }, 120_000);

  it('destroys what it owns, and keeps Namespaces and definitions', async () => {
    await call(server(), 'DELETE', deployment);
    expect(await run('destroy --name dev')).toMatchObject({ exit: 0, err: expect.stringMatching(/kept: core\/Namespace\/_\/observability-dev/) });
    const left = Object.keys(await versions()).filter((name) => !/bud-o11y-dev|namespaces /.test(name));
    expect(left).toEqual([]);
  }, 180_000);
});
