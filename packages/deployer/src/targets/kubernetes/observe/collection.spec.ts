import { describe, expect, it } from '@jest/globals';
import type { FakeKubernetes } from '../../../fakes/kubernetes/index.ts';
import { objectKey } from '../../../objects/index.ts';
import { onFakeApi } from '../fixtures/fake-api.ts';
import { applySet } from '../inventory/index.ts';
import { systemClock } from '../transport/index.ts';
import { type Collection, openCollection } from './collection.ts';

const scope = { served: { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true, verbs: ['list', 'watch'] }, namespace: 'obs' } as const;
const map = (data: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'obs', labels: { [applySet.partOf]: 'set' } }, data: { data } });
const key = objectKey(map(''));

async function onCollection(test: (collection: Collection, fake: FakeKubernetes) => Promise<void>): Promise<void> {
  await onFakeApi(async (api, fake) => {
    const end = new AbortController();
    fake.seed(map('first'));
    const collection = openCollection({ api, identity: { uid: '', server: fake.url, version: '' }, place: { environment: 'dev', namespace: 'obs' }, setId: 'set', clock: systemClock }, scope, end.signal);
    await collection.opened();
    await until(() => fake.watches.count() === 1);
    try {
      await test(collection, fake);
    } finally {
      end.abort();
    }
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const dataOf = (collection: Collection): unknown => (collection.get(key) as { readonly data?: unknown } | undefined)?.data;

describe('row 31: a collection', () => {
  it('never goes back to an older state, which a watch may send twice or late', async () => await onCollection(async (collection, fake) => {
    const old = fake.read('ConfigMap', 'a', 'obs');
    fake.seed(map('second'));
    await until(() => JSON.stringify(dataOf(collection)) === '{"data":"second"}');
    const late = ['ADDED', 'MODIFIED', 'DELETED'].map((type) => `${JSON.stringify({ type, object: old })}\n`).join('');
    fake.faults.add({ match: 'watch configmaps', fault: { do: 'answer', code: 200, body: late } });
    fake.watches.endAll();
    await until(() => fake.watches.count() === 1 && (fake.requests.counts()['watch configmaps'] ?? 0) >= 3);
    expect(dataOf(collection)).toEqual({ data: 'second' });
    fake.seed(map('third'));
    await until(() => JSON.stringify(dataOf(collection)) === '{"data":"third"}');
  }));

  it('does not bring back what was deleted, when an event of its life comes late', async () => await onCollection(async (collection, fake) => {
    const old = fake.read('ConfigMap', 'a', 'obs');
    const gone = collection.change(key);
    fake.store.delete({ group: '', plural: 'configmaps' }, { name: 'a', namespace: 'obs' });
    await gone;
    collection.note({ apiVersion: 'v1', kind: 'ConfigMap', ...old, metadata: old?.metadata ?? { name: 'a' } });
    expect(collection.get(key)).toBeUndefined();
    fake.seed(map('made again'));
    await until(() => JSON.stringify(dataOf(collection)) === '{"data":"made again"}');
  }));

  it('takes the answer to a write for newer than what the watch has not told yet', async () => await onCollection(async (collection, fake) => {
    const first = { ...map('first'), metadata: fake.read('ConfigMap', 'a', 'obs')?.metadata ?? { name: 'a' } };
    collection.note({ ...map('answered'), metadata: { ...map('').metadata, resourceVersion: '1000000' } });
    expect(dataOf(collection)).toEqual({ data: 'answered' });
    collection.note(first);
    expect(dataOf(collection)).toEqual({ data: 'answered' });
  }));

  it('finds by a new list what was deleted while its watch was too old (410)', async () => await onCollection(async (collection, fake) => {
    const gone = { type: 'ERROR', object: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 410, reason: 'Expired', message: 'too old resource version' } };
    const changed = collection.change(key);
    fake.faults.add({ match: 'watch configmaps', fault: { do: 'answer', code: 200, body: `${JSON.stringify(gone)}\n` } });
    fake.watches.endAll();
    fake.store.delete({ group: '', plural: 'configmaps' }, { name: 'a', namespace: 'obs' });
    await changed;
    expect(collection.get(key)).toBeUndefined();
  }));
});
