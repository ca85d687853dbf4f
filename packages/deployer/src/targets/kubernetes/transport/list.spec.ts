import { describe, expect, it } from '@jest/globals';
import { type Arrived, failure, withApi } from './fixtures/server.ts';
import type { KubernetesObject } from './resource.ts';

const configMaps = { group: '', version: 'v1', plural: 'configmaps' };
const named = (name: string): object => ({ metadata: { name } });

function page(items: readonly object[] | null, next?: string): { body: object } {
  return { body: { apiVersion: 'v1', kind: 'ConfigMapList', metadata: { resourceVersion: '7', ...(next === undefined ? {} : { continue: next }) }, items } };
}

async function names(list: AsyncIterable<KubernetesObject>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { metadata } of list) found.push(metadata.name);
  return found;
}

const from = ({ url }: Arrived): string | null => url.searchParams.get('continue');

describe('list', () => {
  it('reads page after page, gives each object its kind, and ends where a watch can begin', async () => await withApi((request) => (from(request) === null ? page([named('a'), named('b')], 'x') : page([named('c')], '')), async (api, server) => {
    const list = api.list({ ...configMaps, namespace: 'obs' }, { labelSelector: 'bud.ai/x=y', metadataOnly: true });
    const objects: KubernetesObject[] = [];
    for await (const object of list) objects.push(object);
    expect(objects).toEqual(['a', 'b', 'c'].map((name) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })));
    expect(list.resourceVersion).toBe('7');
    expect(server.requests.map(({ url, headers }) => [url.pathname, Object.fromEntries(url.searchParams), headers.accept])).toEqual([
      ['/api/v1/namespaces/obs/configmaps', { limit: '500', labelSelector: 'bud.ai/x=y' }, expect.stringContaining('as=PartialObjectMetadataList')],
      ['/api/v1/namespaces/obs/configmaps', { limit: '500', labelSelector: 'bud.ai/x=y', continue: 'x' }, expect.stringContaining('as=PartialObjectMetadataList')],
    ]);
    expect(api.counts.byName.get('list configmaps')).toBe(2);
  }));

  it('an empty list may be null', async () => await withApi(() => page(null), async (api) => expect(await names(api.list(configMaps))).toEqual([])));

  it('begins again when it expired, without what it had so far', async () => {
    const respond = ({ number }: Arrived) => [page([named('gone'), named('a')], 'x'), failure(410, 'Expired', 'too old'), page([named('a')], 'y'), page([named('b')])][number - 1];
    await withApi(respond, async (api) => expect(await names(api.list(configMaps))).toEqual(['a', 'b']));
    await withApi(respond, async (api) => {
      const events: string[] = [];
      for await (const { metadata } of api.list(configMaps, { onRestart: () => events.push('restart') })) events.push(metadata.name);
      expect(events).toEqual(['gone', 'a', 'restart', 'a', 'b']);
    });
  });

  it('gives up on a list that expires again and again', async () => await withApi((request) => (from(request) === null ? page([named('a')], 'x') : failure(410, 'Expired', 'too old')), async (api, server) => {
    await expect(names(api.list(configMaps))).rejects.toMatchObject({ code: 'timeout' });
    expect(server.requests).toHaveLength(8);
  }));

  it('throws a 410 that no page explains', async () => await withApi(() => failure(410, 'Gone', 'gone'), async (api) => await expect(names(api.list(configMaps))).rejects.toMatchObject({ code: 'notFound' })));
});
