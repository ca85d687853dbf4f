import { join } from 'node:path';
import { type CallReply, type ControlPlane, applyAs, call, controlPlaneProgramNames, controlPlaneTokens, patchTypes, startControlPlane } from '@bud-o11y/deployer/testing';
import { clusterEnvironment, inTemporaryFolder, runLine, type Said } from '@bud-o11y/deployer/testing/contract';
import type { EnvironmentInput, ObjectRule } from '@bud-o11y/model';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithPrograms } from '../programs/for-specs.ts';

const home = clusterEnvironment.namespaces.observability;
const labels = { app: 'store' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'store', image: 'store:1' }] } };

interface Wanted {
  readonly replicas?: number;
  readonly management?: 'OrderedReady' | 'Parallel';
  readonly content?: string;
}

/** A release of a Deployment, a StatefulSet and a ConfigMap. */
function release({ replicas = 2, management = 'OrderedReady', content = 'ours' }: Wanted) {
  const draft = (apiVersion: string, kind: string, name: string, fields: object) =>
    ({ object: { apiVersion, kind, metadata: { name, namespace: home }, ...fields }, source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana' } as const);
  return [
    draft('apps/v1', 'Deployment', 'scaled', { spec: { replicas, selector: { matchLabels: { app: 'scaled' } }, template: { ...template, metadata: { labels: { app: 'scaled' } } } } }),
    draft('apps/v1', 'StatefulSet', 'store', { spec: { replicas: 1, serviceName: 'store', podManagementPolicy: management, selector: { matchLabels: labels }, template } }),
    draft('v1', 'ConfigMap', 'shared', { data: { 'a.yaml': content } }),
  ];
}

// Row 22, and what the rules of an environment do, on a control plane whose controllers and garbage collector are the real ones.
describeWithPrograms(controlPlaneProgramNames, 'the object rules of an environment on a real control plane', (programs) => {
  let plane: ControlPlane;
  const server = () => ({ url: plane.url, ca: plane.ca, token: controlPlaneTokens.admin });
  const read = async (path: string): Promise<CallReply['body']> => (await call(server(), 'GET', path)).body;
  const apps = (name: string): string => `/apis/apps/v1/namespaces/${home}/${name}`;
  const core = (name: string): string => `/api/v1/namespaces/${home}/${name}`;

  beforeAll(async () => {
    plane = await startControlPlane(programs);
    await onWorkspace(async (run) => expect(await run('pin', {})).toMatchObject({ exit: 0 }));
  }, 180_000);
  afterAll(async () => await plane.close(), 60_000);

  type Run = (line: string, wanted: Wanted, ...rules: readonly ObjectRule[]) => Promise<Said>;

  async function onWorkspace(use: (run: Run) => Promise<void>): Promise<void> {
    await inTemporaryFolder(async (workspace) => {
      await plane.writeKubeconfig(join(workspace, 'kubeconfig'));
      const run: Run = async (line, wanted, ...objectRules) => await runLine([line.replace(/^\S+/, '$& -e dev --identities identities.json')].join(' '), {
        workspace,
        artifacts: [],
        environments: [{ ...clusterEnvironment, target: { ...clusterEnvironment.target, objectRules } } as EnvironmentInput],
        variables: { KUBECONFIG: join(workspace, 'kubeconfig'), HOME: workspace, USER: 'tester' },
        charts: async () => ({ drafts: release(wanted), missing: [], problems: [] }),
      });
      await run('pin', {});
      await use(run);
    });
  }

  it('row 22: a StatefulSet is made anew by its rule only, and its pod goes on running', async () => await onWorkspace(async (run) => {
    expect(await run('apply', {})).toMatchObject({ exit: 0 });
    const events = (await read(core('events')))['items'] as readonly { reason: string; involvedObject: { name: string } }[];
    expect(events.filter(({ involvedObject }) => involvedObject.name === 'bud-o11y-dev')).toMatchObject([{ reason: 'Applied', reportingComponent: 'bud-o11y' }]);
    const [set, pod] = [await read(apps('statefulsets/store')), await read(core('pods/store-0'))];
    expect(await run('apply', { management: 'Parallel' })).toMatchObject({ exit: 3, err: expect.stringMatching(/failed immutable[^\n]*spec\.podManagementPolicy[^]*rule: 'replaceOrphan'/) });
    expect((await read(apps('statefulsets/store')))['metadata']).toMatchObject({ uid: (set['metadata'] as { uid: string }).uid });
    const rule: ObjectRule = { rule: 'replaceOrphan', object: `apps/StatefulSet/${home}/store`, why: 'it starts in parallel' };
    const said = await run('apply', { management: 'Parallel' }, rule);
    expect({ exit: said.exit, err: said.exit === 0 ? '' : said.err }).toEqual({ exit: 0, err: '' });
    const anew = await read(apps('statefulsets/store'));
    expect(anew).toMatchObject({ spec: { podManagementPolicy: 'Parallel' }, status: { readyReplicas: 1 } });
    expect((anew['metadata'] as { uid: string }).uid).not.toBe((set['metadata'] as { uid: string }).uid);
    expect(await read(core('pods/store-0'))).toMatchObject({ metadata: { uid: (pod['metadata'] as { uid: string }).uid, ownerReferences: [{ uid: (anew['metadata'] as { uid: string }).uid }] } });
    expect(await run('plan --deep --detailed-exitcode', { management: 'Parallel' }, rule)).toMatchObject({ exit: 0 });
  }), 180_000);

  it('a field that has been ours is left to an autoscaler with the value that it has', async () => await onWorkspace(async (run) => {
    await run('apply', { management: 'Parallel' });
    const rule: ObjectRule = { rule: 'ignore', object: `apps/Deployment/${home}/scaled`, field: 'spec.replicas', why: 'its autoscaler sets them' };
    expect(await run('apply', { management: 'Parallel' }, rule)).toMatchObject({ exit: 0, out: expect.stringMatching(/total +0 +1 /) });
    expect(await read(apps('deployments/scaled'))).toMatchObject({ spec: { replicas: 2 } });
    await call(server(), 'PATCH', `${apps('deployments/scaled/scale')}?fieldManager=kube-controller-manager`, { body: { spec: { replicas: 3 } }, contentType: patchTypes.merge });
    expect(await run('drift --deep', { management: 'Parallel' }, rule)).toMatchObject({ exit: 0 });
    expect(await run('plan --deep --detailed-exitcode', { management: 'Parallel' }, rule)).toMatchObject({ exit: 0 });
    expect(await read(apps('deployments/scaled'))).toMatchObject({ spec: { replicas: 3 } });
  }), 180_000);

  it('a field that another applier declares is taken by its rule, and stays ours', async () => await onWorkspace(async (run) => {
    const wanted: Wanted = { management: 'Parallel', replicas: 3 };
    await run('apply', wanted);
    await applyAs(server(), 'argocd', core('configmaps/shared'), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shared', namespace: home }, data: { 'a.yaml': 'theirs' } }, '&force=true');
    expect(await run('apply', wanted)).toMatchObject({ exit: 3 });
    const rule: ObjectRule = { rule: 'take', object: `core/ConfigMap/${home}/shared`, field: 'data["a.yaml"]', from: 'argocd', why: 'it moved to us' };
    expect(await run('apply', wanted, rule)).toMatchObject({ exit: 0 });
    expect(await read(core('configmaps/shared'))).toMatchObject({ data: { 'a.yaml': 'ours' } });
    expect(await run('plan --deep --detailed-exitcode', wanted, rule)).toMatchObject({ exit: 0 });
  }), 180_000);
});
