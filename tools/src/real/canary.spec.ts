import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ControlPlane, call, controlPlaneProgramNames, controlPlaneTokens, startControlPlane } from '@bud-o11y/deployer/testing';
import { canary, type Canary, charts, clusterBundle, clusterEnvironment, filesBelow, inTemporaryFolder, leaks, releaseWithSecrets, runLine } from '@bud-o11y/deployer/testing/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '../conventions/workspace.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';

// The counterpart of packages/deployer/src/cluster/canary.spec.ts: the same on a real control plane, which words its refusals itself.

const home = 'observability-dev';
const [inCluster, inChart, inVariable, inToken, inEnvironment] = [canary('cluster'), canary('chart'), canary('variable'), canary('token'), canary('environment')];
const all = [inCluster, inChart, inVariable, inToken, inEnvironment];

type Drafts = ReturnType<typeof releaseWithSecrets>;

/** A release with a Job, whose pods can never change, and whose variable nobody may see. */
function withJob(drafts: Drafts, image: string): Drafts {
  const container = { name: 'once', image, env: [{ name: 'CONNECTION', value: inVariable.plain }] };
  return [...drafts, { object: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once', namespace: home }, spec: { template: { spec: { restartPolicy: 'Never', containers: [container] } } } }, source: 'release:grafana', wave: 'backends', artifact: 'helm-values:grafana' }];
}

/** The same release with other content of its Secret. */
const withSecret = (content: object): Drafts => releaseWithSecrets(inChart, inVariable).map((draft) => (draft.object.kind === 'Secret' ? { ...draft, object: { ...draft.object, data: undefined, ...content } } : draft)) as Drafts;

describeWithPrograms(controlPlaneProgramNames, 'a secret on a real control plane', (programs) => {
  let plane: ControlPlane;
  const server = () => ({ url: plane.url, ca: plane.ca, token: controlPlaneTokens.admin });

  beforeAll(async () => {
    plane = await startControlPlane(programs);
    await call(server(), 'POST', '/api/v1/namespaces', { body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } } });
    await call(server(), 'POST', `/api/v1/namespaces/${home}/secrets`, { body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'grafana-oidc' }, data: { secret: inCluster.base64 } } });
  }, 120_000);
  afterAll(() => plane.close(), 60_000);

  /** Runs lines one after the other, and gives everything that they said and left in their folder. */
  async function everything(lines: readonly string[], drafts: Drafts, token?: string): Promise<{ readonly said: Readonly<Record<string, string>>; readonly exits: readonly number[] }> {
    return await inTemporaryFolder(async (workspace) => {
      await plane.writeKubeconfig(join(workspace, 'kubeconfig'), token);
      const said: Record<string, string> = {};
      const exits: number[] = [];
      for (const line of ['pin', ...lines]) {
        const { exit, out, err } = await runLine(`${line.replace(/^\S+/, '$& -e dev --identities identities.json')}`, { workspace, artifacts: clusterBundle(), environments: [clusterEnvironment], charts: charts(drafts), variables: { KUBECONFIG: join(workspace, 'kubeconfig'), GITHUB_TOKEN: inEnvironment.plain } });
        said[line] = `${out}\n${err}`;
        exits.push(exit);
      }
      const { kubeconfig: _, ...files } = await filesBelow(workspace);
      return { said: { ...said, ...files }, exits: exits.slice(1) };
    });
  }

  it('is in no output, plan or report of runs that go well', async () => {
    const { said, exits } = await everything(['plan --out plan.json', 'apply -o json --junit report.xml', 'plan --deep -o json', 'status', 'drift -o json'], withJob(releaseWithSecrets(inChart, inVariable), 'a'));
    expect(exits).toEqual([0, 0, 0, 0, 0]);
    expect(leaks(all, said)).toEqual([]);
    expect((await call(server(), 'GET', `/api/v1/namespaces/${home}/secrets/of-chart`)).body['data']).toEqual({ token: inChart.base64 });
  }, 120_000);

  it('is not shown with the template of a Job that cannot change', async () => {
    const { said, exits } = await everything(['plan -o json', 'apply --junit report.xml'], withJob(releaseWithSecrets(inChart, inVariable), 'b'));
    expect(exits).toEqual([3, 3]);
    expect(Object.values(said).join('\n')).toMatch(/spec\.template: Invalid value: ‹object›: field is immutable/);
    expect(leaks(all, said)).toEqual([]);
  }, 60_000);

  it('is not shown by a server that refuses its type', async () => {
    const { said } = await everything(['plan -o json', 'apply --junit report.xml'], withSecret({ stringData: { pin: 481516234 } }));
    expect(Object.values(said).join('\n')).toMatch(/stringData\.pin[^\n]*‹hidden›/);
    expect(Object.values(said).join('\n')).not.toContain('481516234');
  }, 60_000);

  it('is not shown when an admission policy repeats it', async () => {
    // An expression sees the content as it is sent: in base64.
    const policy = { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'repeats' }, spec: { failurePolicy: 'Fail', matchConstraints: { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['secrets'] }] }, validations: [{ expression: 'false', messageExpression: "'weak: ' + string(object.data['token'])" }] } };
    const admission = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolic';
    await call(server(), 'POST', `${admission}ies`, { body: policy });
    await call(server(), 'POST', `${admission}ybindings`, { body: { apiVersion: policy.apiVersion, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name: 'repeats' }, spec: { policyName: 'repeats', validationActions: ['Deny'] } } });
    const probe = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'probe' }, data: { token: Buffer.from('seen by the policy').toString('base64') } };
    while (!JSON.stringify((await call(server(), 'POST', `/api/v1/namespaces/${home}/secrets?dryRun=All`, { body: probe })).body).includes(`weak: ${probe.data.token}`)) await wait(200);
    const changed: Canary = canary('chart-again');
    const { said, exits } = await everything(['apply -o json --junit report.xml', 'apply'], withSecret({ data: { token: changed.base64 } }));
    expect(exits.every((exit) => exit !== 0)).toBe(true);
    expect(Object.values(said).join('\n')).toMatch(/weak: ‹hidden›/);
    expect(leaks([...all, changed], said)).toEqual([]);
  }, 120_000);

  it('is not shown when the token is refused', async () => {
    const { said, exits } = await everything(['plan', 'apply -o json --junit report.xml'], releaseWithSecrets(inChart, inVariable), inToken.plain);
    expect(exits).toEqual([1, 1]);
    expect(Object.values(said).join('\n')).toMatch(/unauthorised/);
    expect(leaks(all, said)).toEqual([]);
  }, 60_000);
});

describe('a secret in the environment of the tests', () => {
  it('is not in the report of jest', async () => await inTemporaryFolder(async (folder) => {
    const report = join(folder, 'report.json');
    const args = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, 'src/cluster/guards.spec.ts'];
    const child = spawn(process.execPath, args, { cwd: join(root, 'packages/deployer'), env: { PATH: process.env['PATH'], HOME: folder, GITHUB_TOKEN: inEnvironment.plain, AWS_SECRET_ACCESS_KEY: inEnvironment.base64 } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => void (said += text.toString()));
    await once(child, 'close');
    const text = await readFile(report, 'utf8');
    expect((JSON.parse(text) as { readonly numPassedTests: number }).numPassedTests).toBeGreaterThan(5);
    expect(leaks(all, { said, text })).toEqual([]);
  }), 120_000);
});
