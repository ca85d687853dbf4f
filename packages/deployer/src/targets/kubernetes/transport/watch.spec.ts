import { describe, expect, it } from '@jest/globals';
import { type Answer, failure, type Respond, withApi } from './fixtures/server.ts';
import { defaultTimeouts } from './pool.ts';
import type { WatchEvent } from './watch.ts';

const pods = { group: '', version: 'v1', plural: 'pods', namespace: 'obs' };

function event(type: string, resourceVersion: string): string {
  return `${JSON.stringify({ type, object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', resourceVersion } } })}\n`;
}

const gone = { body: `${JSON.stringify({ type: 'ERROR', object: failure(410, 'Expired', 'too old resource version').body })}\n` };

interface Watched {
  readonly events: readonly string[];
  /** The `resourceVersion` that each request asked for. */
  readonly asked: readonly (string | null)[];
  readonly slept: readonly number[];
}

/** Watches until a RELIST, or until `count` events came. */
async function watched(respond: Respond, count = Number.POSITIVE_INFINITY, quietWatch = defaultTimeouts.quietWatch): Promise<Watched> {
  return await withApi(respond, async (api, server, clock) => {
    const events: string[] = [];
    for await (const found of api.watch(pods, { resourceVersion: '5', signal: new AbortController().signal })) {
      events.push(textOf(found));
      if (events.length === count) break;
    }
    return { events, asked: server.requests.map(({ url }) => url.searchParams.get('resourceVersion')), slept: clock.slept };
  }, { timeouts: { ...defaultTimeouts, quietWatch } });
}

function textOf(found: WatchEvent): string {
  return found.type === 'RELIST' ? 'RELIST' : `${found.type} ${found.object.metadata.resourceVersion}`;
}

function then(...answers: readonly (Answer | 'reset')[]): Respond {
  return ({ number }) => answers[number - 1];
}

describe('row 31: watch', () => {
  it('resumes after the last event or bookmark when the server ends it', async () => expect(await watched(then({ body: event('ADDED', '6') + event('BOOKMARK', '9') }, { body: event('DELETED', '10') }, gone))).toEqual({ events: ['ADDED 6', 'BOOKMARK 9', 'DELETED 10', 'RELIST'], asked: ['5', '9', '10'], slept: [] }));
  it('resumes when the connection breaks, without the line that was cut', async () => expect(await watched(then({ body: event('ADDED', '6') + event('ADDED', '7').slice(0, 20), cut: true }, { body: event('ADDED', '7') }, gone))).toMatchObject({ events: ['ADDED 6', 'ADDED 7', 'RELIST'], asked: ['5', '6', '7'] }));
  it('resumes when it goes silent', async () => expect(await watched(then({ body: event('ADDED', '6'), open: true }, { body: event('ADDED', '7') }), 2, 50)).toMatchObject({ events: ['ADDED 6', 'ADDED 7'], asked: ['5', '6'] }));
  it('passes on what comes twice or late, as it comes', async () => expect(await watched(then({ body: event('ADDED', '6') + event('ADDED', '6') + event('MODIFIED', '4') }, gone))).toMatchObject({ events: ['ADDED 6', 'ADDED 6', 'MODIFIED 4', 'RELIST'] }));
  it('says RELIST when the start is too old', async () => expect(await watched(then(failure(410, 'Gone', 'too old')))).toMatchObject({ events: ['RELIST'], asked: ['5'] }));
  it('does not hammer a server that ends every watch at once', async () => expect(await watched(then({ body: '' }, { body: '' }, gone))).toMatchObject({ events: ['RELIST'], slept: [1000, 1000] }));
  it('goes through the retry policy to open', async () => expect(await watched(then(failure(503, 'ServiceUnavailable', 'no'), gone))).toMatchObject({ events: ['RELIST'], slept: [250] }));

  it.each([
    ['no JSON', { body: 'nonsense\n' }, 'unreachable'],
    ['no event', { body: '{"type":"ADDED"}\n' }, 'unreachable'],
    ['an event of failure', { body: `${JSON.stringify({ type: 'ERROR', object: failure(403, 'Forbidden', 'no').body })}\n` }, 'forbidden'],
    ['a refusal', failure(403, 'Forbidden', 'no'), 'forbidden'],
  ])('%s is an error', async (_, answer, code) => await expect(watched(then(answer))).rejects.toMatchObject({ code }));

  it('ends without an error at the signal, also while it waits', async () => await withApi(() => ({ body: event('ADDED', '6'), open: true }), async (api) => {
    const stop = new AbortController();
    const events: string[] = [];
    for await (const found of api.watch(pods, { signal: stop.signal })) {
      events.push(textOf(found));
      setImmediate(() => stop.abort());
    }
    expect(events).toEqual(['ADDED 6']);
  }));

  it('is broken off by close', async () => await withApi(() => ({ body: event('ADDED', '6'), open: true }), async (api) => {
    const watching = (async () => {
      for await (const _ of api.watch(pods, { signal: new AbortController().signal })) await api.close();
    })();
    await expect(watching).rejects.toMatchObject({ code: 'cancelled' });
  }));
});
