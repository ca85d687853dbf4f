import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { AppError } from '@bud-o11y/model';
import type { FakeKubernetes } from '../../../fakes/kubernetes/index.ts';
import { onFakeApi } from '../fixtures/fake-api.ts';
import type { Api } from '../transport/index.ts';
import { applySetHints, applySetId } from './apply-set.ts';
import { packEntries, unpackEntries } from './codec.ts';
import { type Inventory, type InventoryEntry, readInventory, removeInventory, writeInventory } from './index.ts';

const place = { environment: 'dev', namespace: 'obs' };
const digest = (index: number): string => index.toString(16).padStart(64, '0');

function entry(index: number, more: Partial<InventoryEntry> = {}): InventoryEntry {
  return { key: `core/ConfigMap/obs/c${String(index).padStart(5, '0')}`, uid: `uid-${index}`, digest: digest(index), fieldsDigest: digest(index + 1), source: 'generator:dashboards', prune: 'delete', wave: 'dashboards', ...more };
}

const inventory = (count: number, change: (index: number) => Partial<InventoryEntry> = () => ({})): Inventory => ({ entries: Array.from({ length: count }, (_, index) => entry(index, change(index))), runs: [] });

const shardNames = (fake: FakeKubernetes): readonly string[] => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `bud-o11y-dev-${number}`).filter((name) => fake.read('ConfigMap', name, 'obs') !== undefined);
const writes = (fake: FakeKubernetes): number => fake.requests.all.filter(({ wrote }) => wrote).length;

describe('the text of an inventory', () => {
  it.each<readonly [string, readonly InventoryEntry[]]>([
    ['nothing', []],
    ['what is known to exist', [entry(1), entry(2, { source: 'release:grafana', prune: 'keep', wave: 'namespaces and storage', key: 'apps/Deployment/obs/x' })]],
    ['what was only meant', [{ key: 'core/Namespace/_/obs', source: 'generator:environment', prune: 'keep', wave: 'namespaces and storage' }]],
  ])('keeps %s', (_, entries) => {
    expect(unpackEntries(packEntries(entries), 'x')).toEqual(entries);
    expect(packEntries(entries)).toBe(packEntries(structuredClone(entries)));
  });

  const packed = packEntries([entry(1), entry(2)]);
  const text = (lines: string): string => gzipSync(lines).toString('base64');
  it.each([
    ['cut short', packed.slice(0, -8), 'invalid'],
    ['empty', '', 'invalid'],
    ['no gzip', Buffer.from('hello').toString('base64'), 'invalid'],
    ['another text', text('hello\n'), 'invalid'],
    ['a line less than it says', text('bud-o11y inventory 1 2\n'), 'invalid'],
    ['a line that is no entry', text('bud-o11y inventory 1 1\nx y\n'), 'invalid'],
    ['no end of the last line', text('bud-o11y inventory 1 0'), 'invalid'],
    ['of a newer version', text('bud-o11y inventory 2 0\n'), 'unsupported'],
  ])('is refused when it is %s', (_, damaged, code) => {
    expect(() => unpackEntries(damaged, 'ConfigMap x')).toThrow(expect.objectContaining({ code, message: expect.stringContaining('ConfigMap x') }));
  });
});

describe('an apply set', () => {
  it('has the identity that the specification asks for', () => {
    // sha256 of `bud-o11y-dev.obs.ConfigMap.`, in base64 for URLs, made with openssl.
    expect(applySetId(place)).toBe('applyset-P1JYN0jbjYrY4nYhQv1s0wjENXipOpGwUsLriYMJxyY-v1');
    expect(applySetId({ ...place, namespace: 'other' })).not.toBe(applySetId(place));
  });

  it('tells kinds and further namespaces', () => {
    expect(applySetHints(place, [entry(1), entry(2), entry(3, { key: 'apps/Deployment/apps/x' }), entry(4, { key: 'core/Namespace/_/obs' })])).toEqual({
      'applyset.k8s.io/tooling': 'bud-o11y/v1', 'applyset.k8s.io/contains-group-kinds': 'ConfigMap,Deployment.apps,Namespace', 'applyset.k8s.io/additional-namespaces': 'apps',
    });
  });
});

describe('the inventory in a cluster', () => {
  it('is written once, read again, and not written when nothing differs', async () => await onFakeApi(async (api, fake) => {
    expect(await readInventory(api, place)).toBeUndefined();
    const run = { run: '1-a', at: '2026-01-02T03:04:05Z', outcome: 'done', bundle: digest(0), written: 2 } as const;
    await writeInventory(api, place, undefined, { ...inventory(2), runs: [run] });
    const read = await readInventory(api, place);
    expect(read).toMatchObject({ ...inventory(2), runs: [run] });
    const before = fake.requests.all.length;
    if (read !== undefined) expect(await writeInventory(api, place, read, { entries: inventory(2).entries.toReversed(), runs: [run] })).toBe(read);
    expect(fake.requests.all).toHaveLength(before);
    expect(writes(fake)).toBe(1);
  }));

  it('is undefined in a namespace that is not there', async () => await onFakeApi(async (api) => {
    expect(await readInventory(api, { environment: 'dev', namespace: 'nowhere' })).toBeUndefined();
    await expect(writeInventory(api, { environment: 'dev', namespace: 'nowhere' }, undefined, inventory(1))).rejects.toMatchObject({ code: 'invalid' });
  }));

  it('keeps the last ten runs, and what others wrote on it', async () => await onFakeApi(async (api, fake) => {
    const runs = Array.from({ length: 12 }, (_, index) => ({ run: String(index), at: '', outcome: 'done' as const, bundle: '', written: 1 }));
    await writeInventory(api, place, undefined, { entries: [], runs: [] });
    const live = fake.read('ConfigMap', 'bud-o11y-dev', 'obs');
    fake.seed({ ...live, metadata: { ...live?.metadata, labels: { ...live?.metadata.labels, team: 'a' } } });
    const next = await writeInventory(api, place, await readInventory(api, place), { entries: [], runs });
    expect(next.runs.map(({ run }) => run)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(fake.read('ConfigMap', 'bud-o11y-dev', 'obs')?.metadata.labels).toMatchObject({ team: 'a' });
  }));

  it('is divided beyond 4,000 objects; unchanged parts are kept, replaced ones removed', async () => await onFakeApi(async (api, fake) => {
    const first = await writeInventory(api, place, undefined, inventory(8001));
    expect(shardNames(fake)).toEqual(['bud-o11y-dev-1', 'bud-o11y-dev-2']);
    const read = await readInventory(api, place);
    expect(read?.entries).toEqual(inventory(8001).entries);
    const second = await writeInventory(api, place, first, inventory(8001, (index) => (index === 8000 ? { digest: digest(1) } : {})));
    expect(shardNames(fake)).toEqual(['bud-o11y-dev-1', 'bud-o11y-dev-3']);
    const third = await writeInventory(api, place, second, inventory(10));
    expect(shardNames(fake)).toEqual([]);
    expect((await readInventory(api, place))?.entries).toHaveLength(10);
    await removeInventory(api, place, third);
    expect(await readInventory(api, place)).toBeUndefined();
  }));

  it('survives a kill before and after each request of a write', async () => {
    for (const point of [1, 2, 3, 4, 5]) {
      for (const when of ['before', 'after'] as const) {
        await onFakeApi(async (api, fake) => {
          const old = await writeInventory(api, place, undefined, inventory(8001));
          const wanted = inventory(8001, () => ({ digest: digest(7) }));
          const death = new AbortController();
          fake.faults.kill(fake.requests.all.length + point, when, () => death.abort());
          const killed: Api = { ...api, request: async (request) => await api.request({ ...request, signal: death.signal }) };
          await writeInventory(killed, place, old, wanted).catch(() => undefined);
          expect(death.signal.aborted).toBe(true);
          const read = await readInventory(api, place);
          expect([inventory(8001).entries[0], wanted.entries[0]]).toContainEqual(read?.entries[0]);
          expect(read?.entries).toHaveLength(8001);
          await writeInventory(api, place, read, wanted);
          expect((await readInventory(api, place))?.entries).toEqual(wanted.entries);
        });
      }
    }
  }, 30_000);

  it('row 19: stops when somebody else wrote since', async () => await onFakeApi(async (api) => {
    const mine = await writeInventory(api, place, undefined, inventory(1));
    await writeInventory(api, place, mine, inventory(2));
    await expect(writeInventory(api, place, mine, inventory(3))).rejects.toMatchObject({ code: 'stalePlan', message: expect.stringContaining('bud-o11y-dev') });
    await expect(writeInventory(api, place, undefined, inventory(3))).rejects.toMatchObject({ code: 'stalePlan' });
    expect((await readInventory(api, place))?.entries).toHaveLength(2);
  }));

  it('row 13: recognises its own write when the answer was lost', async () => await onFakeApi(async (api, fake) => {
    fake.faults.add({ match: (record) => record.method === 'POST', fault: { do: 'reset', when: 'after' } });
    const mine = await writeInventory(api, place, undefined, inventory(1));
    fake.faults.add({ match: (record) => record.method === 'PUT', fault: { do: 'reset', when: 'after' } });
    const next = await writeInventory(api, place, mine, inventory(2));
    expect(await readInventory(api, place)).toMatchObject({ resourceVersion: next.resourceVersion });
    expect(writes(fake)).toBe(2);
  }));

  it.each<readonly [string, (fake: FakeKubernetes) => void, string]>([
    ['damaged text', (fake) => void change(fake, 'bud-o11y-dev', { data: { entries: 'AAAA' } }), 'invalid'],
    ['no text', (fake) => void change(fake, 'bud-o11y-dev', { data: {} }), 'invalid'],
    ['a damaged list of parts', (fake) => void change(fake, 'bud-o11y-dev', (live) => ({ data: { ...live, shards: '{' } })), 'invalid'],
    ['a part that was changed', (fake) => void change(fake, 'bud-o11y-dev-1', { data: { entries: packEntries([]) } }), 'invalid'],
    ['a part that is missing', (fake) => void change(fake, 'bud-o11y-dev-1', { data: {} }), 'invalid'],
    ['another tool', (fake) => void change(fake, 'bud-o11y-dev', { metadata: { annotations: { 'applyset.k8s.io/tooling': 'kubectl/v1.37' } } }), 'ownership'],
    ['a foreign ConfigMap', (fake) => void change(fake, 'bud-o11y-dev', { metadata: { annotations: {}, labels: {} } }), 'ownership'],
    ['the copy of another one', (fake) => void change(fake, 'bud-o11y-dev', { metadata: { labels: { 'applyset.k8s.io/id': 'applyset-x-v1' } } }), 'ownership'],
  ])('is refused when there is %s', async (_, spoil, code) => await onFakeApi(async (api, fake) => {
    await writeInventory(api, place, undefined, inventory(4001));
    spoil(fake);
    const refused = readInventory(api, place);
    await expect(refused).rejects.toBeInstanceOf(AppError);
    await expect(refused).rejects.toMatchObject({ code });
  }));
});

type Fields = { readonly data?: object; readonly metadata?: object };

function change(fake: FakeKubernetes, name: string, fields: Fields | ((data: object) => Fields)): void {
  const live = fake.read('ConfigMap', name, 'obs');
  const data = (live?.['data'] ?? {}) as object;
  const changed = typeof fields === 'function' ? fields(data) : fields;
  fake.seed({ ...live, data: changed.data ?? data, metadata: { ...live?.metadata, ...changed.metadata } } as never);
}
