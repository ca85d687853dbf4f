import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ProblemsError } from '@bud-o11y/model';
import { inTemporaryFolder } from '../../../fixtures/host.ts';
import type { Connection } from './connection.ts';
import { type KubeconfigOptions, loadConnection } from './kubeconfig.ts';

const pem = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Given {
  readonly cluster?: object;
  readonly user?: object;
  readonly context?: object;
  readonly options?: Partial<KubeconfigOptions>;
}

function config({ cluster = {}, user = {}, context = {} }: Given): string {
  return JSON.stringify({
    kind: 'Config',
    'current-context': 'blue',
    contexts: [{ name: 'blue', context: { cluster: 'c', user: 'u', ...context } }],
    clusters: [{ name: 'c', cluster: { server: 'https://api.bud.example:6443', ...cluster } }],
    users: [{ name: 'u', user }],
  });
}

async function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T>): Promise<T> {
  return await inTemporaryFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), text);
      if (name.startsWith('bin/')) await chmod(join(folder, name), 0o755);
    }
    return await use(folder);
  });
}

async function load(given: Given, files: Readonly<Record<string, string>> = {}): Promise<Connection> {
  return await inFolder({ 'kube/config': config(given), ...files }, async (folder) => await loadConnection({ path: 'kube/config', cwd: folder, variables: { PATH: join(folder, 'bin') }, ...given.options }));
}

async function problemsOf(given: Given): Promise<readonly string[]> {
  const error: unknown = await load(given).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemsError)) throw new Error(`no problems: ${String(error)}`);
  return error.problems.map((problem) => problem.code);
}

describe('loadConnection', () => {
  it('reads server, prefix, namespace, authority and certificate', async () => {
    const connection = await load({ cluster: { server: 'https://gate.bud.example/k8s/clusters/c-1/', 'certificate-authority': 'ca.pem', 'tls-server-name': 'api' }, user: { 'client-certificate-data': base64(pem), 'client-key': 'keys/key.pem' }, context: { namespace: 'obs' } }, { 'kube/ca.pem': pem, 'kube/keys/key.pem': pem });
    expect(connection).toEqual({ origin: 'https://gate.bud.example', prefix: '/k8s/clusters/c-1', context: 'blue', namespace: 'obs', ca: pem, servername: 'api', verify: true, certificate: { cert: pem, key: pem }, bearer: { kind: 'none' }, impersonation: {} });
  });

  it.each([
    ['a token', { token: 't' }, { kind: 'token', token: 't' }],
    ['name and password', { username: 'n', password: 'p' }, { kind: 'basic', username: 'n', password: 'p' }],
  ])('reads %s', async (_, user, bearer) => expect((await load({ user })).bearer).toEqual(bearer));

  it('reads the path of a token file, not the file', async () => expect((await load({ user: { tokenFile: 'token' } })).bearer).toMatchObject({ kind: 'tokenFile', path: expect.stringMatching(/\/kube\/token$/) }));
  it('keeps the whole impersonation', async () => expect((await load({ user: { as: 'a', 'as-groups': ['g', 'h'] } })).impersonation).toEqual({ 'impersonate-user': 'a', 'impersonate-group': ['g', 'h'] }));

  it('resolves a known plugin on PATH and hands on only what it is known to read', async () => {
    const user = { exec: { apiVersion: 'client.authentication.k8s.io/v1beta1', command: 'aws', args: ['eks', 'get-token'], env: [{ name: 'AWS_PROFILE', value: 'p' }] } };
    const connection = await inFolder({ 'kube/config': config({ user }), 'bin/aws': '#!/bin/sh\n' }, async (folder) => ({ folder, ...(await loadConnection({ path: 'kube/config', cwd: folder, variables: { PATH: `relative:${join(folder, 'bin')}`, HOME: '/users/x', AWS_REGION: 'r', AWS_PROFILE: 'other', GITHUB_TOKEN: 'canary' } })) }));
    expect(connection.bearer).toMatchObject({ kind: 'exec', plugin: { command: join(connection.folder, 'bin/aws'), args: ['eks', 'get-token'], variables: { HOME: '/users/x', AWS_REGION: 'r', AWS_PROFILE: 'p' } } });
    expect(JSON.stringify(connection)).not.toContain('canary');
  });

  it.each([
    ['a plugin that is not known', { user: { exec: { command: 'evil' } } }, ['kubeconfig-exec']],
    ['a known name in a folder of its own', { user: { exec: { command: './aws' } } }, ['kubeconfig-exec']],
    ['a path to a known name', { user: { exec: { command: '/opt/aws' } } }, ['kubeconfig-exec']],
    ['a name of every object', { user: { exec: { command: 'constructor' } } }, ['kubeconfig-exec']],
    ['an auth-provider that runs commands', { user: { 'auth-provider': { name: 'gcp', config: { 'cmd-path': '/bin/x' } } } }, ['kubeconfig-auth-provider']],
    ['an impersonation that we would cut short', { user: { as: 'a', 'as-uid': '1' } }, ['kubeconfig-impersonation']],
    ['no check of the certificate', { cluster: { 'insecure-skip-tls-verify': true } }, ['kubeconfig-insecure']],
    ['plain HTTP to elsewhere', { cluster: { server: 'http://api.bud.example' } }, ['kubeconfig-insecure']],
    ['a proxy', { cluster: { 'proxy-url': 'http://u:p@proxy.bud.example' } }, ['kubeconfig-proxy']],
    ['files outside', { cluster: { 'certificate-authority': '/etc/passwd' }, user: { 'client-certificate': '../x', 'client-key': 'a/../../y', tokenFile: '/etc/shadow' } }, Array.from({ length: 4 }, () => 'kubeconfig-outside-file')],
    ['everything at once', { cluster: { 'insecure-skip-tls-verify': true, 'proxy-url': 'p' }, user: { exec: { command: 'evil' } } }, ['kubeconfig-exec', 'kubeconfig-insecure', 'kubeconfig-proxy']],
  ])('refuses %s', async (_, given, codes) => expect([...(await problemsOf(given))].sort()).toEqual(codes));

  it('shows no password of a proxy', async () => {
    const error: unknown = await load({ cluster: { 'proxy-url': 'http://u:canary@proxy.bud.example' } }).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('canary');
  });

  it('follows what is allowed', async () => {
    const user = { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: './tools/login' } };
    const connection = await load({ cluster: { 'insecure-skip-tls-verify': true }, user, options: { trust: { exec: true, insecure: true } } }, { 'bin/unused': '', 'kube/tools/login': '' }).catch((thrown: unknown) => thrown);
    expect(connection).toMatchObject({ code: 'notFound', message: expect.stringContaining('./tools/login') });
    expect((await load({ cluster: { 'certificate-authority': '../ca.pem' }, options: { trust: { files: true } } }, { 'ca.pem': pem })).ca).toBe(pem);
    expect((await load({ cluster: { 'insecure-skip-tls-verify': true }, options: { trust: { insecure: true } } })).verify).toBe(false);
  });

  it.each([
    ['an unknown context', { options: { context: 'bleu' } }, 'notFound', /did you mean blue/],
    ['a context without its cluster', { context: { cluster: 'gone' } }, 'notFound', /correct the name: the kubeconfig has c$/],
    ['a context without its user', { context: { user: 'v' } }, 'notFound', /did you mean u/],
    ['a server that is no address', { cluster: { server: 'nonsense' } }, 'invalid', /https:\/\/host/],
    ['no server', { cluster: { server: '' } }, 'invalid', /repair/],
    ['a file that is missing', { cluster: { 'certificate-authority': 'ca.pem' } }, 'notFound', /create it/],
    ['data that is no PEM', { cluster: { 'certificate-authority-data': base64('x') } }, 'invalid', /repair/],
    ['a plugin of an old version', { user: { exec: { apiVersion: 'client.authentication.k8s.io/v1alpha1', command: 'aws' } } }, 'invalid', /v1$/],
    ['a plugin that wants a terminal', { user: { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'aws', interactiveMode: 'Always' } } }, 'unsupported', /log in/],
  ])('says clearly: %s', async (_, given, code, fix) => await expect(load(given)).rejects.toMatchObject({ code, fix: expect.stringMatching(fix) }));

  it.each([
    ['no YAML', 'a: [canary', /not valid YAML/],
    ['no kubeconfig', 'kind: Pod', /kind: Config/],
    ['no list', 'kind: Config\ncontexts: 5', /`contexts` is no list/],
    ['an entry without name', 'kind: Config\nusers: [{}]', /users\[0\]/],
    ['an alias bomb', 'kind: Config\na: &a [1]\nb: [*a, *a]', /not valid YAML/],
  ])('says clearly: a file that is %s', async (_, text, message) => await inFolder({ config: text }, async (folder) => {
    const error: unknown = await loadConnection({ path: 'config', cwd: folder, variables: {} }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain('canary');
  }));

  it('says clearly that there is none, or not where it was said to be', async () => await inTemporaryFolder(async (folder) => {
    await expect(loadConnection({ cwd: folder, variables: { HOME: folder } })).rejects.toMatchObject({ code: 'notFound', message: expect.stringMatching(/no kubeconfig/) });
    await expect(loadConnection({ cwd: folder, variables: { KUBECONFIG: 'a:b' } })).rejects.toMatchObject({ code: 'notFound', message: expect.stringContaining(join(folder, 'b')) });
  }));

  it('merges the files of KUBECONFIG as kubectl does: the first one that says something wins', async () => {
    const second = JSON.stringify({ kind: 'Config', 'current-context': 'green', contexts: [{ name: 'green', context: { cluster: 'c' } }], clusters: [{ name: 'c', cluster: { server: 'https://other.bud.example' } }], users: [{ name: 'u', user: { token: 'wrong' } }] });
    await inFolder({ one: config({ user: { token: 't' } }), two: second }, async (folder) => {
      const options = { cwd: folder, variables: { KUBECONFIG: 'missing:one:two' } };
      expect(await loadConnection(options)).toMatchObject({ context: 'blue', bearer: { token: 't' } });
      expect(await loadConnection({ ...options, context: 'green' })).toMatchObject({ origin: 'https://api.bud.example:6443', bearer: { kind: 'none' } });
    });
  });
});
