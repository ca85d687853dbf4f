import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '@bud-o11y/model';
import { inTemporaryFolder } from '../../../fixtures/host.ts';
import type { Bearer } from './connection.ts';
import { connectionCredentials } from './credentials.ts';
import type { ExecCredential } from './exec-plugin.ts';
import { testClock } from './fixtures/clock.ts';
import { connectionTo, failure, withApi } from './fixtures/server.ts';

const plugin = { command: '/bin/plugin', args: [], variables: {}, apiVersion: 'client.authentication.k8s.io/v1', installHint: '' };
const exec: Bearer = { kind: 'exec', plugin };

/** Credentials of a plugin that prints `token-1`, `token-2`, …; `life` is in milliseconds. */
function withPlugin(life?: number, clock = testClock()) {
  let runs = 0;
  let broken = false;
  const runPlugin = async (): Promise<ExecCredential> => {
    runs += 1;
    await new Promise(setImmediate);
    if (broken) throw new AppError('unauthorised', 'the plugin failed');
    return { token: `token-${runs}`, ...(life === undefined ? {} : { expires: clock.wall() + life }) };
  };
  const credentials = connectionCredentials(connectionTo('', { bearer: exec }), { clock, runPlugin });
  return { clock, credentials, runs: () => runs, break: () => void (broken = true) };
}

async function authorization(credentials: ReturnType<typeof withPlugin>['credentials']): Promise<unknown> {
  return (await credentials.get()).headers.authorization;
}

describe('connectionCredentials', () => {
  it('runs the plugin once for 16 requests at once', async () => {
    const { credentials, runs } = withPlugin();
    expect(new Set(await Promise.all(Array.from({ length: 16 }, async () => await authorization(credentials))))).toEqual(new Set(['Bearer token-1']));
    expect(runs()).toBe(1);
  });

  it('renews at 80 % of the life', async () => {
    const { clock, credentials } = withPlugin(100_000);
    await credentials.get();
    clock.advance(79_999);
    expect(await authorization(credentials)).toBe('Bearer token-1');
    clock.advance(1);
    expect(await authorization(credentials)).toBe('Bearer token-2');
  });

  it('goes on with what it has when renewing early fails, until that has run out', async () => {
    const given = withPlugin(100_000);
    await given.credentials.get();
    given.break();
    given.clock.advance(80_000);
    expect(await authorization(given.credentials)).toBe('Bearer token-1');
    given.clock.advance(20_000);
    await expect(given.credentials.get()).rejects.toMatchObject({ code: 'unauthorised' });
  });

  it('a token that was written down cannot be renewed', async () => {
    const credentials = connectionCredentials(connectionTo('', { bearer: { kind: 'token', token: 't' } }));
    expect(await credentials.renew(await credentials.get())).toBeUndefined();
  });

  it('reads a token file again after a minute, and says which file holds no token', async () => await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'token');
    const clock = testClock();
    const credentials = connectionCredentials(connectionTo('', { bearer: { kind: 'tokenFile', path } }), { clock });
    await expect(credentials.get()).rejects.toMatchObject({ code: 'unauthorised', message: expect.stringContaining(path) });
    await writeFile(path, 'one\n');
    expect(await authorization(credentials)).toBe('Bearer one');
    await writeFile(path, 'two');
    clock.advance(59_000);
    expect(await authorization(credentials)).toBe('Bearer one');
    clock.advance(1000);
    expect(await authorization(credentials)).toBe('Bearer two');
  }));

  it.each([
    ['basic', { kind: 'basic', username: 'u', password: 'p' }, 'Basic dTpw'],
    ['none', { kind: 'none' }, undefined],
  ] as const)('%s', async (_, bearer, wanted) => {
    const { headers } = await connectionCredentials(connectionTo('', { bearer, impersonation: { 'impersonate-user': 'x' } })).get();
    expect(headers).toEqual({ 'impersonate-user': 'x', ...(wanted === undefined ? {} : { authorization: wanted }) });
  });
});

describe('row 16: 401 in the middle of a run', () => {
  const request = { method: 'GET', path: '/api/v1/namespaces/obs/configmaps/a', name: 'get configmaps' } as const;

  it('16 requests that are refused renew once and are all replayed', async () => {
    const { credentials, runs } = withPlugin();
    await withApi(({ headers }) => (headers.authorization === 'Bearer token-1' ? failure(401, 'Unauthorized', 'Unauthorized') : { body: {} }), async (api, server) => {
      await Promise.all(Array.from({ length: 16 }, async () => await api.request({ ...request, method: 'POST', body: {} })));
      // Eight were on the wire with the first token; the others waited and saw only the second.
      expect({ runs: runs(), arrived: server.requests.length, retries: api.counts.retries }).toEqual({ runs: 2, arrived: 24, retries: 0 });
    }, { credentials });
  });

  it('a second refusal ends the request, and the plugin is not run for every one that follows', async () => {
    const { credentials, runs } = withPlugin();
    await withApi(() => failure(401, 'Unauthorized', 'Unauthorized'), async (api) => {
      for (let asked = 0; asked < 3; asked += 1) await expect(api.request(request)).rejects.toMatchObject({ code: 'unauthorised' });
      expect(runs()).toBe(2);
    }, { credentials });
  });

  it('renews again when a renewed token was taken before it was refused', async () => {
    const { credentials, runs } = withPlugin();
    await withApi(({ number }) => (number === 1 || number === 3 ? failure(401, 'Unauthorized', 'Unauthorized') : { body: {} }), async (api) => {
      await api.request(request);
      await api.request(request);
      expect(runs()).toBe(3);
    }, { credentials });
  });
});
