import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { selfSigned } from '../../../fakes/kubernetes/certificate.ts';
import { connectionCredentials } from './credentials.ts';
import { connectionTo, failure, withApi } from './fixtures/server.ts';
import { resourcePath } from './resource.ts';
import { defaultTimeouts } from './pool.ts';
import { statusOf } from './status.ts';
import { type ApiRequest, applyPatch } from './wire.ts';

const configMaps = { group: '', version: 'v1', plural: 'configmaps', namespace: 'obs' };
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'obs' }, futureField: { kept: true } };
const apply: ApiRequest = { method: 'PATCH', path: resourcePath(configMaps, 'a'), query: { fieldManager: 'bud-o11y', force: 'false' }, body: object, contentType: applyPatch, name: 'patch configmaps' };
const create: ApiRequest = { method: 'POST', path: resourcePath(configMaps), body: object, name: 'create configmaps' };

describe('request', () => {
  it('sends JSON as it is given, unknown fields and capitals included', async () => await withApi(() => ({ body: object }), async (api, server) => {
    const reply = await api.request({ ...apply, path: resourcePath({ group: 'rbac.authorization.k8s.io', version: 'v1', plural: 'clusterroles' }, 'Grafana:Viewer') });
    expect(reply.body).toEqual(object);
    expect(server.requests.map(({ method, url, body, headers }) => ({ method, path: url.pathname, query: Object.fromEntries(url.searchParams), body: JSON.parse(body) as unknown, type: headers['content-type'] }))).toEqual([
      { method: 'PATCH', path: '/apis/rbac.authorization.k8s.io/v1/clusterroles/Grafana%3AViewer', query: { fieldManager: 'bud-o11y', force: 'false' }, body: object, type: 'application/apply-patch+yaml' },
    ]);
  }));

  it('row 10: waits as long as a 429 says, then succeeds', async () => await withApi(({ number }) => (number === 1 ? { ...failure(429, 'TooManyRequests', 'slow down'), headers: { 'retry-after': '7' } } : { body: object }), async (api, _, clock) => {
    await api.request(apply);
    expect(clock.slept).toEqual([7000]);
    expect(api.counts).toMatchObject({ requests: 1, retries: 1, throttled: 1 });
  }));

  it('row 11: a server that keeps throttling uses the retry budget up, and that is said', async () => await withApi(() => failure(429, 'TooManyRequests', 'slow down'), async (api, server) => {
    await expect(api.request(apply)).rejects.toMatchObject({ code: 'throttled', message: expect.stringContaining('retry budget'), fix: expect.stringContaining('API Priority and Fairness') });
    expect(server.requests).toHaveLength(21);
  }));

  it.each([
    ['503', failure(503, 'ServiceUnavailable', 'shutting down')],
    ['500 leader changed', failure(500, 'InternalError', 'etcdserver: leader changed')],
    ['500 webhook down', failure(500, 'InternalError', 'Internal error occurred: failed calling webhook "v.example": connection refused')],
    ['row 13: a broken connection', 'reset' as const],
    ['row 15: an answer that is cut short', { body: '{"apiVersion":"v1","ki', headers: { 'content-length': '400' }, cut: true }],
    ['row 15: JSON that ends too early', { body: '{"apiVersion":"v1","ki' }],
    ['row 15: an empty answer', { body: '' }],
    ['a Status of 503 with HTTP 200', { ...failure(503, 'ServiceUnavailable', 'proxy'), status: 200 }],
  ])('row 12: %s, once: retried when idempotent, thrown when not', async (_, first) => {
    await withApi(({ number }) => (number === 1 ? first : { body: object }), async (api, server) => {
      expect((await api.request(apply)).body).toEqual(object);
      expect(server.requests).toHaveLength(2);
    });
    await withApi(({ number }) => (number === 1 ? first : { body: object }), async (api, server) => {
      await expect(api.request(create)).rejects.toMatchObject({ code: 'unreachable' });
      expect(server.requests).toHaveLength(1);
    });
  });

  it('row 12b: 500 "field not declared in schema" is one request, and names the field', async () => await withApi(() => failure(500, '', 'failed to create typed patch object (obs/a; apps/v1, Kind=Deployment): .spec.futureField: field not declared in schema'), async (api, server) => {
    await expect(api.request(apply)).rejects.toMatchObject({ code: 'invalid', details: { field: '.spec.futureField' } });
    expect(server.requests).toHaveLength(1);
  }));

  it('row 14: a request without an answer is sent again on another connection', async () => await withApi(({ number }) => (number === 1 ? undefined : { body: object }), async (api, server) => {
    await api.request(apply);
    expect(server.connections).toBe(2);
  }, { timeouts: { ...defaultTimeouts, headers: 50 } }));

  it.each([
    ['a Status of failure without a code', { body: { kind: 'Status', status: 'Failure', message: 'no' } }, 'serverError'],
    ['a web page', { body: '<html>login</html>', headers: { 'content-type': 'text/html' } }, 'unreachable'],
    ['a redirect', { status: 302, headers: { location: 'https://login.example' }, body: '' }, 'unreachable'],
  ])('row 15: %s is never a success', async (_, answer, code) => await withApi(() => answer, async (api, server) => {
    await expect(api.request(apply)).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  }));

  it('a DELETE that answers with a Status of success has succeeded', async () => await withApi(() => ({ body: { kind: 'Status', status: 'Success' } }), async (api) => {
    expect((await api.request({ method: 'DELETE', path: apply.path, name: 'delete configmaps' })).status).toBe(200);
  }));

  it('collects the texts of warnings', async () => await withApi(() => ({ body: object, headers: { warning: ['299 - "v1beta1 is \\"old\\"", 299 api "two"', '299 - "three"'] } }), async (api) => {
    expect((await api.request(apply)).warnings).toEqual(['v1beta1 is "old"', 'two', 'three']);
  }));

  it('a server that is not there gets three attempts and a clear message', async () => await withApi(() => ({}), async (api, server, clock) => {
    await expect(api.request(apply)).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('gave up after 3 attempts') });
    expect({ arrived: server.requests.length, sleeps: clock.slept.length }).toEqual({ arrived: 0, sleeps: 2 });
  }, { connection: connectionTo('http://127.0.0.1:1') }));

  it('an aborted signal cancels, before and while waiting for the answer', async () => await withApi(() => undefined, async (api, server) => {
    await expect(api.request({ ...apply, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const stop = new AbortController();
    const asked = api.request({ ...apply, signal: stop.signal });
    while (server.requests.length === 0) await new Promise(setImmediate);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  }));

  it('sends 400 requests, 64 at once, over at most 16 connections', async () => await withApi(() => ({ body: object }), async (api, server) => {
    let left = 400;
    const worker = async (): Promise<void> => {
      for (; left > 0; left -= 1) await api.request(apply);
    };
    await Promise.all(Array.from({ length: 64 }, worker));
    expect(server.connections).toBeLessThanOrEqual(16);
    expect(api.counts.connections).toBe(server.connections);
    expect(api.counts.byName).toEqual(new Map([['patch configmaps', server.requests.length]]));
  }));

  it('shows neither control characters of the server nor a credential that it echoes', async () => await withApi(() => failure(403, 'Forbidden', 'no \u001b[2J Bearer canary-1'), async (api) => {
    const error = await api.request(apply).catch((thrown: unknown) => thrown);
    expect(statusOf(error)?.message).toBe('no \\x1b[2J ‹hidden›');
    expect(inspect(error)).not.toContain('canary-1');
  }, { credentials: connectionCredentials(connectionTo('', { bearer: { kind: 'token', token: 'canary-1' } })) }));

  it.each([
    ['a refusal', failure(403, 'Forbidden', 'admission webhook "w" denied the request: hunter2-hunter2 is weak', { causes: [{ reason: 'x', message: 'hunter2-hunter2', field: '.data.hunter2-hunter2' }] })],
    ['an error of its own', failure(500, '', 'failed to create typed patch object (obs/s; /v1, Kind=Secret): .stringData.pin: expected string, got &value.valueUnstructured{Value:"hunter2-hunter2"}')],
    ['a page of a proxy', { status: 502, headers: { 'content-type': 'text/plain' }, body: 'refused: hunter2-hunter2' }],
  ])('shows nothing of a Secret that the server repeats in %s, and keeps its paths', async (_, answer) => await withApi(() => answer, async (api) => {
    const error = await api.request({ ...create, body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { pin: 'hunter2-hunter2' } } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('‹hidden›') });
    expect(inspect({ ...statusOf(error), causes: statusOf(error)?.causes.map(({ message }) => message), error: (error as Error).message })).not.toContain('hunter2-hunter2');
    if (answer.status === 403) expect(statusOf(error)?.causes[0]?.field).toBe('.data.hunter2-hunter2');
  }));

  it('shows nothing of a Secret that a warning repeats', async () => await withApi(() => ({ body: object, headers: { warning: '299 - "weak: hunter2-hunter2"' } }), async (api) => {
    expect((await api.request({ ...create, body: { kind: 'Secret', stringData: { pin: 'hunter2-hunter2' } } })).warnings).toEqual(['weak: ‹hidden›']);
  }));

  it('after close nothing is sent', async () => await withApi(() => ({}), async (api) => {
    await api.close();
    await expect(api.request(apply)).rejects.toMatchObject({ code: 'cancelled' });
  }));
});

describe('over TLS', () => {
  const certificate = selfSigned();

  it('uses one HTTP/2 connection for 32 requests at once', async () => await withApi(() => ({ body: object }), async (api, server) => {
    await Promise.all(Array.from({ length: 32 }, async () => await api.request(apply)));
    expect({ connections: server.connections, requests: server.requests.length }).toEqual({ connections: 1, requests: 32 });
  }, { certificate }));

  it('row 13: a broken connection is retried', async () => await withApi(({ number }) => (number === 1 ? 'reset' : { body: object }), async (api) => {
    expect((await api.request(apply)).body).toEqual(object);
  }, { certificate }));

  it('row 15: an answer that is cut short is retried', async () => await withApi(({ number }) => (number === 1 ? { body: '{"apiVersion":"v1","ki', cut: true } : { body: object }), async (api) => {
    expect((await api.request(apply)).body).toEqual(object);
  }, { certificate }));

  it('row 14: a silent connection is left', async () => await withApi(({ number }) => (number === 1 ? undefined : { body: object }), async (api, server) => {
    await api.request(apply);
    expect(server.connections).toBe(2);
  }, { certificate, timeouts: { ...defaultTimeouts, headers: 50 } }));

  it('a watch and its requests are on connections of their own', async () => await withApi(({ url }) => (url.searchParams.has('watch') ? { body: `${JSON.stringify({ type: 'ADDED', object })}\n`, open: true } : { body: object }), async (api, server) => {
    for await (const found of api.watch(configMaps, { signal: new AbortController().signal })) {
      expect(found).toEqual({ type: 'ADDED', object });
      await api.request(apply);
      break;
    }
    expect(server.connections).toBe(2);
  }, { certificate }));

  it('a certificate that nobody vouches for is refused at once, with what to check', async () => await withApi(() => ({}), async (_, server) => {
    await withApi(() => ({}), async (api) => await expect(api.request(apply)).rejects.toMatchObject({ code: 'unreachable', fix: expect.stringContaining('certificate-authority') }), { connection: connectionTo(server.origin) });
    expect(server.requests).toHaveLength(0);
  }, { certificate }));
});
