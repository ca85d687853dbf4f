import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ServerAddress, applyAs, call } from '../client.ts';
import { configMap } from './contract/samples.ts';
import type { FaultRule } from './faults.ts';
import { type FakeKubernetes, adminToken, startFakeKubernetes } from './index.ts';

const maps = '/api/v1/namespaces/default/configmaps';

describe('a fault', () => {
  let fake: FakeKubernetes;
  let server: ServerAddress;
  beforeEach(async () => {
    fake = await startFakeKubernetes();
    server = { url: fake.url, token: adminToken };
  });
  afterEach(() => fake.close());

  const apply = (name = 'a') => applyAs(server, 'us', `${maps}/${name}`, configMap(name, { a: '1' }));
  const isThere = (name = 'a'): boolean => fake.read('ConfigMap', name, 'default') !== undefined;
  const within = <T>(ms: number, work: Promise<T>): Promise<T | 'no answer'> => Promise.race([work, new Promise<'no answer'>((resolve) => setTimeout(() => resolve('no answer'), ms))]);

  it.each([
    { when: 'before', there: false },
    { when: 'after', there: true },
  ] as const)('resets the connection $when the commit', async ({ when, there }) => {
    fake.faults.add({ match: 'patch configmaps', fault: { do: 'reset', when } });
    await expect(apply()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(isThere()).toBe(there);
    expect((await apply()).status).toBe(there ? 200 : 201);
  });

  it.each([
    { when: 'before', there: false },
    { when: 'after', there: true },
  ] as const)('hangs $when the commit', async ({ when, there }) => {
    fake.faults.add({ match: 1, fault: { do: 'hang', when } });
    const request = apply();
    expect(await within(100, request)).toBe('no answer');
    expect(isThere()).toBe(there);
    await fake.close();
    await expect(request).rejects.toThrow();
  });

  it('answers in place of the server, with headers', async () => {
    fake.faults.add({ match: /^patch/, fault: { do: 'answer', code: 429, headers: { 'retry-after': '7' }, body: { kind: 'Status', code: 429 } } });
    expect(await apply()).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, body: { code: 429 } });
    expect(isThere()).toBe(false);
  });

  it('cuts an answer short after the commit', async () => {
    fake.faults.add({ match: 1, fault: { do: 'truncate', bytes: 10 } });
    await expect(apply()).rejects.toThrow(/aborted|ECONNRESET/);
    expect(isThere()).toBe(true);
  });

  it('delays', async () => {
    fake.faults.add({ match: 1, fault: { do: 'delay', ms: 150 } });
    const start = performance.now();
    await apply();
    expect(performance.now() - start).toBeGreaterThanOrEqual(145);
  });

  it.each([
    { when: 'before', there: false },
    { when: 'after', there: true },
  ] as const)('kills at request k, $when its commit, and never answers', async ({ when, there }) => {
    let killed = 0;
    fake.faults.kill(2, when, () => {
      killed += 1;
    });
    await apply('first');
    expect(await within(100, apply('second').catch(() => 'broken'))).toBe('no answer');
    expect([killed, isThere('first'), isThere('second')]).toEqual([1, true, there]);
  });

  it('lets something happen in between', async () => {
    fake.faults.add({ match: 'patch configmaps', fault: { do: 'call', when: 'before', afterwards: 'continue', call: () => void fake.seed(configMap('other', { a: '2' }, { namespace: 'default' }) as never) } });
    expect((await apply()).status).toBe(201);
    expect(isThere('other')).toBe(true);
  });

  it.each<{ readonly name: string; readonly rule: Omit<FaultRule, 'fault'>; readonly codes: readonly number[] }>([
    { name: 'once', rule: { match: 'patch configmaps' }, codes: [503, 201, 200, 200] },
    { name: 'after some', rule: { match: 'patch configmaps', skip: 2 }, codes: [201, 200, 503, 200] },
    { name: 'so many times', rule: { match: 'patch configmaps', skip: 1, times: 2 }, codes: [201, 503, 503, 200] },
    { name: 'by a test of the request', rule: { match: ({ object, number }) => object === 'a' && number === 3 }, codes: [201, 200, 503, 200] },
  ])('happens $name', async ({ rule, codes }) => {
    fake.faults.add({ ...rule, fault: { do: 'answer', code: 503 } });
    const seen: number[] = [];
    for (let index = 0; index < codes.length; index += 1) seen.push((await apply()).status);
    expect(seen).toEqual(codes);
  });

  it('of an expired token is answered from then on', async () => {
    fake.expire(adminToken);
    expect((await call(server, 'GET', maps)).status).toBe(401);
  });
});
