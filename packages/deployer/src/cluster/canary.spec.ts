import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { call, patchTypes } from '../fakes/client.ts';
import type { Fault } from '../fakes/kubernetes/faults.ts';
import { canary, filesBelow, leaks, releaseWithSecrets } from '../fixtures/canary.ts';
import { type ClusterTest, home, onCluster } from '../fixtures/cluster.ts';
import { startProcess } from '../fixtures/cluster-process.ts';

const [inCluster, inChart, inVariable, inToken, inEnvironment] = [canary('cluster'), canary('chart'), canary('variable'), canary('token'), canary('environment')];
const all = [inCluster, inChart, inVariable, inToken, inEnvironment];
const admin = { name: 'admin', groups: ['system:masters'] };
const refusal = (code: number, reason: string, message: string): Fault => ({ do: 'answer', code, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message } });

/** A Secret that somebody keeps in the cluster, and one that the chart brings, both with content to be looked for. */
function plant({ fake }: ClusterTest): void {
  fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
  fake.seed({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'grafana-oidc', namespace: home }, data: { secret: inCluster.base64 } });
}

/** Runs lines and keeps everything that they said, by line. */
function listening({ run }: ClusterTest, drafts = releaseWithSecrets(inChart, inVariable)) {
  const said: Record<string, string> = {};
  return { said, say: async (line: string, given = drafts): Promise<number> => {
    const { exit, out, err } = await run(line, { drafts: given, token: inToken.plain });
    said[`${Object.keys(said).length} ${line}`] = `${out}\n${err}`;
    return exit;
  } };
}

describe('row 40: a secret', () => {
  it('of the cluster, of a chart or of the kubeconfig is in no output, plan, report or event of a run that goes well', async () => await onCluster(async (test) => {
    const { server, fake, workspace } = test;
    plant(test);
    const { said, say } = listening(test);
    for (const line of ['plan', 'plan --diff', 'plan -o json --out plan.json', 'apply -o json --junit report.xml', 'plan --deep', 'status -o json', 'drift -o json', 'unlock']) expect({ line, exit: await say(line) }).toEqual({ line, exit: 0 });
    Object.assign(said, { plan: await readFile(join(workspace, 'plan.json'), 'utf8'), report: await readFile(join(workspace, 'report.xml'), 'utf8') });
    await call(server, 'PATCH', `/apis/apps/v1/namespaces/${home}/deployments/grafana?fieldManager=kubectl-edit`, { body: { spec: { template: { spec: { containers: [{ name: 'grafana', image: 'x', env: [{ name: 'GF_DATABASE_PASSWORD', value: `${inVariable.plain}2` }] }] } } } }, contentType: patchTypes.merge });
    await call(server, 'PATCH', `/api/v1/namespaces/${home}/secrets/of-chart?fieldManager=kubectl-edit`, { body: { data: { token: Buffer.from(`${inChart.plain}3`).toString('base64') } }, contentType: patchTypes.merge });
    for (const line of ['plan', 'plan --diff', 'plan -o json --out plan.json', 'drift', 'drift -o json', 'status', 'apply -o json --junit report.xml', 'apply', 'destroy --name dev']) await say(line);
    Object.assign(said, { 'second plan': await readFile(join(workspace, 'plan.json'), 'utf8'), 'second report': await readFile(join(workspace, 'report.xml'), 'utf8') });
    expect(leaks(all, said)).toEqual([]);
    expect(Object.values(said).join('\n')).toMatch(/of-chart[^]*GF_DATABASE_PASSWORD|GF_DATABASE_PASSWORD[^]*of-chart/);
    // Names alone: the requests themselves hold the token, and what a failing test shows is a report too.
    const ofSecrets = fake.requests.all.filter(({ path, headers }) => path.includes('/secrets') && headers['user-agent'] === 'bud-o11y');
    expect(new Set(ofSecrets.map(({ name }) => name))).toEqual(new Set(['patch secrets', 'get secrets', 'delete secrets']));
    expect(ofSecrets.filter(({ headers }) => !headers['accept']?.startsWith('application/json;as=PartialObjectMetadata')).map(({ name }) => name)).toEqual([]);
  }, { tokens: { [inToken.plain]: admin } }));

  it.each<[string, RegExp, (test: ClusterTest) => void | Promise<void>]>([
    ['an expired token (401)', /unauthorised/, ({ fake }) => fake.expire(inToken.plain)],
    ['a 401 that repeats the token', /unauthorised/, ({ fake }) => fake.faults.add({ match: /./, times: 1000, fault: refusal(401, 'Unauthorized', `token ${inToken.plain} is not known`) })],
    ['a permission that is missing (403)', /error forbidden/, ({ fake }) => fake.allow(inToken.plain, { name: 'reader', groups: [] })],
    ['a connection that is refused', /unreachable/, ({ fake }) => fake.faults.add({ match: /./, times: 100_000, fault: { do: 'reset', when: 'before' } })],
    ['a webhook that repeats the Secret', /denied the request/, ({ fake }) => fake.faults.add({ match: 'patch secrets', times: 1000, fault: refusal(403, 'Forbidden', `admission webhook "w" denied the request: ${inChart.plain} or ${inChart.base64} is weak`) })],
    ['a server that shows the whole object, with what others put into it', /‹object›: field is immutable/, ({ fake }) => fake.faults.add({ match: 'patch deployments', times: 1000, fault: refusal(422, 'Invalid', `Deployment.apps "grafana" is invalid: spec.selector: Invalid value: {"env":[{"name":"X","value":"${inCluster.plain}"}]}: field is immutable`) })],
    ['a server that repeats a variable of a container', /expected string/, ({ fake }) => fake.faults.add({ match: 'patch deployments', times: 1000, fault: refusal(500, '', `failed to create typed patch object: .spec.template: expected string, got &value.valueUnstructured{Value:"${inVariable.plain}"}`) })],
    ['a proxy that repeats the credentials', /unreachable|serverError|invalid/, ({ fake }) => fake.faults.add({ match: /./, times: 1000, fault: { do: 'answer', code: 400, body: `bad header authorization: Bearer ${inToken.plain}`, headers: { 'content-type': 'text/plain' } } })],
  ])('is not shown by a run that fails: %s', async (_, says, break_) => await onCluster(async (test) => {
    plant(test);
    const { said, say } = listening(test);
    for (const output of ['text', 'json']) {
      await break_(test);
      expect(await say(`apply -o ${output} --junit report-${output}.xml`)).not.toBe(0);
      expect(Object.values(said).at(-1)).toMatch(says);
      await say(`plan -o ${output} --out plan.json`);
      test.fake.faults.clear();
    }
    const { kubeconfig: _kubeconfig, ...files } = await filesBelow(test.workspace);
    expect(leaks(all, { ...said, ...files })).toEqual([]);
  }, { tokens: { [inToken.plain]: admin }, retryFactor: 400 }));
});

describe('row 40: a secret in the environment of the process', () => {
  const variables = { GITHUB_TOKEN: inEnvironment.plain, AWS_SECRET_ACCESS_KEY: inEnvironment.plain, GF_SECURITY_ADMIN_PASSWORD: inEnvironment.base64, CANARY: inEnvironment.plain };
  const onDev = '-e dev --identities identities.json';

  /** A kubeconfig whose credentials come from a plugin, which is given a secret and prints another one. */
  async function withPlugin({ fake, workspace }: ClusterTest, script: string): Promise<void> {
    const config = JSON.parse(fake.kubeconfig()) as { users: { user: object }[] };
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: './login', interactiveMode: 'Never', env: [{ name: 'LOGIN_PASSWORD', value: inEnvironment.plain }] };
    for (const user of config.users) user.user = { exec };
    await writeFile(join(workspace, 'kubeconfig'), JSON.stringify(config));
    await writeFile(join(workspace, 'login'), `#!/bin/sh\n${script}\n`);
    await chmod(join(workspace, 'login'), 0o755);
  }

  it('or printed by a credential plugin is in no output, plan, report or rendered file of a real process', async () => await onCluster(async (test) => {
    const { workspace } = test;
    plant(test);
    await withPlugin(test, `echo '${JSON.stringify({ kind: 'ExecCredential', apiVersion: 'client.authentication.k8s.io/v1', status: { token: inToken.plain } })}'`);
    const said: Record<string, string> = {};
    for (const line of [`plan ${onDev} --allow-exec -o json --out plan.json`, `apply ${onDev} --allow-exec -o json --junit report.xml`, `status ${onDev} --allow-exec`, 'render -e dev --out tree', 'rbac -e dev', 'secrets -e dev']) {
      const { exit, out, err } = await startProcess({ workspace, line, variables }).ended;
      expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' });
      said[line] = `${out}\n${err}`;
    }
    await Promise.all(['kubeconfig', 'login'].map((name) => rm(join(workspace, name))));
    const files = await filesBelow(workspace);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['plan.json', 'report.xml', expect.stringMatching(/^tree\/.*deployment-grafana/)]));
    expect(leaks(all, { ...said, ...files })).toEqual([]);
  }, { tokens: { [inToken.plain]: admin } }));

  it('is not shown when the plugin fails and repeats what it was given', async () => await onCluster(async (test) => {
    await withPlugin(test, 'echo "cannot log in with $LOGIN_PASSWORD" >&2; exit 1');
    const { exit, out, err } = await startProcess({ workspace: test.workspace, line: `plan ${onDev} --allow-exec -o json`, variables }).ended;
    expect({ exit, err }).toEqual({ exit: 1, err: expect.stringMatching(/unauthorised[^]*cannot log in with ‹hidden›/) });
    expect(leaks(all, { out, err })).toEqual([]);
  }));
});

describe('leaks', () => {
  it.each([
    ['as it is', `a ${inToken.plain} b`],
    ['in an address', `https://x/?token=${encodeURIComponent(inToken.plain)}`],
    ['in base64, alone', inToken.base64],
    ['in base64, in a larger text', Buffer.from(`user:${inToken.plain}:more`).toString('base64')],
    ['in hexadecimal', Buffer.from(inToken.plain).toString('hex')],
  ])('finds one %s', (_, text) => expect(leaks(all, { text })).not.toEqual([]));
});
