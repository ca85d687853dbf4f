import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../../fixtures/host.ts';
import { runExecPlugin } from './exec-plugin.ts';

const apiVersion = 'client.authentication.k8s.io/v1';

async function runScript(script: string, fields: { readonly limitMs?: number; readonly installHint?: string; readonly variables?: Readonly<Record<string, string>> } = {}): Promise<unknown> {
  return await inTemporaryFolder(async (folder) => {
    const command = join(folder, 'plugin');
    await writeFile(command, `#!/bin/sh\n${script}\n`);
    await chmod(command, 0o755);
    return await runExecPlugin({ command, args: ['one two', '$HOME'], variables: fields.variables ?? { ONLY: 'this' }, apiVersion, installHint: fields.installHint ?? '' }, fields.limitMs);
  });
}

const printed = (status: string, version = apiVersion): string => `echo '{"kind":"ExecCredential","apiVersion":"${version}","status":${status}}'`;

describe('runExecPlugin', () => {
  it('reads token and expiry', async () => expect(await runScript(printed('{"token":"t","expirationTimestamp":"2026-01-02T03:04:05Z"}'))).toEqual({ token: 't', expires: Date.parse('2026-01-02T03:04:05Z') }));
  it('reads a certificate', async () => expect(await runScript(printed('{"clientCertificateData":"c","clientKeyData":"k"}'))).toEqual({ certificate: { cert: 'c', key: 'k' } }));
  it('hands arguments over without a shell', async () => expect(await runScript(`[ "$1" = 'one two' ] && [ "$2" = '$HOME' ] && ${printed('{"token":"t"}')}`)).toEqual({ token: 't' }));
  it('gives it its own environment only', async () => expect(await runScript(`[ "$ONLY" = this ] && [ -z "$HOME$USER$NODE_OPTIONS" ] && ${printed('{"token":"t"}')}`)).toEqual({ token: 't' }));
  it('gives it nothing to read', async () => expect(await runScript(`cat; ${printed('{"token":"t"}')}`)).toEqual({ token: 't' }));

  it.each([
    ['fails', 'echo "log in \u001b[31mfirst" >&2; exit 3', 'unauthorised', /failed: log in \\x1b\[31mfirst$/],
    ['prints nothing', 'true', 'unauthorised', /no ExecCredential/],
    ['prints something else', 'echo canary-secret', 'unauthorised', /no ExecCredential/],
    ['prints another version', printed('{"token":"t"}', 'client.authentication.k8s.io/v9'), 'unauthorised', /v9/],
    ['prints no credential', printed('{}'), 'unauthorised', /neither a token nor/],
    ['prints too much', 'head -c 2000000 /dev/zero', 'unauthorised', /more than 1 MiB/],
    ['does not end', 'exec sleep 60', 'timeout', /did not end within 0.1 s/],
  ])('one that %s', async (_, script, code, message) => {
    const error: unknown = await runScript(script, { limitMs: code === 'timeout' ? 100 : 30_000 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain('canary-secret');
  });

  it('shows nothing of the secrets in its environment, which it may repeat when it fails', async () => {
    const error: unknown = await runScript('echo "login with $AWS_SECRET_ACCESS_KEY as $AWS_PROFILE failed" >&2; exit 1', { variables: { AWS_SECRET_ACCESS_KEY: 'canary-secret', AWS_PROFILE: 'operator' } }).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toMatch(/failed: login with ‹hidden› as operator failed$/);
  });

  it('tells how to install one that is missing', async () => {
    const missing = { command: '/nowhere/plugin', args: [], variables: {}, apiVersion, installHint: 'get it from the shop' };
    await expect(runExecPlugin(missing)).rejects.toMatchObject({ code: 'notFound', fix: 'get it from the shop' });
  });
});
