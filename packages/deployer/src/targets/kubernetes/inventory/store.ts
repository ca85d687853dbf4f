import { isDeepStrictEqual } from 'node:util';
import { AppError, sha256 } from '@bud-o11y/model';
import type { Api } from '../transport/api.ts';
import { applySet, applySetId, inventoryName, tooling } from './apply-set.ts';
import { damaged, unpackEntries } from './codec.ts';
import type { Inventory, InventoryEntry, InventoryPlace } from './entry.ts';
import { dataKeys, layOut, noShards, ownLabels, readRuns, readShardIndex, runsAnnotation, type ShardIndex } from './layout.ts';
import { applyConfigMap, type ConfigMap, deleteConfigMap, getConfigMap, putConfigMap } from './requests.ts';

/** An inventory as it was read or written: the next write succeeds only if nobody wrote in between. */
export interface StoredInventory extends Inventory {
  readonly uid: string;
  readonly resourceVersion: string;
  readonly parent: ConfigMap;
  readonly shards: ShardIndex;
}

/**
 * Reads the inventory of an environment: one request, and one more per 4,000 objects beyond the first 4,000. Undefined
 * when there is none, also because the namespace is not there.
 * @throws AppError `invalid` when it is damaged, `unsupported` when a newer version wrote it, `ownership` when the
 * ConfigMap is somebody else's.
 */
export async function readInventory(api: Api, place: InventoryPlace): Promise<StoredInventory | undefined> {
  const parent = await getConfigMap(api, place, inventoryName(place.environment));
  if (parent === undefined) return undefined;
  assertOurs(place, parent);
  const where = whereOf(place, parent.metadata.name);
  const shards = readShardIndex(parent.data?.[dataKeys.shards]);
  if (shards === undefined) throw damaged(where, 'the list of its parts cannot be read');
  const first = parent.data?.[dataKeys.entries];
  if (first === undefined) throw damaged(where, `it has no ${dataKeys.entries}`);
  const others = await Promise.all(shards.used.map(async ({ name, digest }) => {
    const text = (await getConfigMap(api, place, name))?.data?.[dataKeys.entries];
    if (text === undefined) throw damaged(where, `its part ${name} is missing`);
    if (sha256(text) !== digest) throw damaged(where, `its part ${name} was changed`);
    return unpackEntries(text, whereOf(place, name));
  }));
  return stored(parent, shards, [...unpackEntries(first, where), ...others.flat()]);
}

/**
 * Writes an inventory: new parts first, then the parent that names them, so that a kill in between leaves the old one
 * whole. No request when nothing differs.
 * @param previous what was read or written last; undefined when there was none
 * @throws AppError `stalePlan` when somebody else wrote since.
 */
export async function writeInventory(api: Api, place: InventoryPlace, previous: StoredInventory | undefined, next: Inventory): Promise<StoredInventory> {
  const before = previous?.shards ?? noShards;
  const { index, newShards, labels, annotations, data } = layOut(place, next, before);
  const metadata = previous?.parent.metadata;
  const body: ConfigMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: inventoryName(place.environment),
      namespace: place.namespace,
      labels: { ...metadata?.labels, ...labels },
      annotations: { ...metadata?.annotations, ...annotations },
      ...(previous === undefined ? {} : { uid: previous.uid, resourceVersion: previous.resourceVersion }),
    },
    data,
  };
  if (previous !== undefined && isSame(previous.parent, body)) return previous;
  for (const { name, text } of newShards) {
    await applyConfigMap(api, place, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: place.namespace, labels: ownLabels(place) }, data: { [dataKeys.entries]: text } });
  }
  const parent = (await putConfigMap(api, place, body)) ?? (await ownSending(api, place, body));
  if (index !== before) await removeRetired(api, place, [...before.retired, ...index.retired]);
  return stored(parent, index, next.entries);
}

/** Removes an inventory with all its parts. */
export async function removeInventory(api: Api, place: InventoryPlace, { parent, uid, shards }: StoredInventory): Promise<void> {
  await deleteConfigMap(api, place, parent.metadata.name, uid);
  for (const name of [...shards.used.map((shard) => shard.name), ...shards.retired]) await deleteConfigMap(api, place, name);
}

function stored(parent: ConfigMap, shards: ShardIndex, entries: readonly InventoryEntry[]): StoredInventory {
  const { uid = '', resourceVersion = '', annotations } = parent.metadata;
  return { uid, resourceVersion, parent, shards, entries, runs: readRuns(annotations?.[runsAnnotation]) };
}

/** After a refused write: the object that is there may be what we sent ourselves, before a connection broke. */
async function ownSending(api: Api, place: InventoryPlace, body: ConfigMap): Promise<ConfigMap> {
  const live = await getConfigMap(api, place, body.metadata.name);
  if (live !== undefined && isSame(live, body)) return live;
  throw new AppError('stalePlan', `the inventory ${whereOf(place, body.metadata.name)} was ${live === undefined ? 'deleted' : 'written by another run'} in the meantime`, { fix: 'find out who else applies this environment, then plan again' });
}

/** What is no longer used is still named by the parent: a failure here is made good by the next write. */
async function removeRetired(api: Api, place: InventoryPlace, names: readonly string[]): Promise<void> {
  for (const name of names) await deleteConfigMap(api, place, name).catch(ignoreRefusal);
}

function ignoreRefusal(thrown: unknown): void {
  if (!(thrown instanceof AppError)) throw thrown;
}

function isSame(live: ConfigMap, body: ConfigMap): boolean {
  const { labels = {}, annotations = {} } = body.metadata;
  return isDeepStrictEqual(live.data, body.data) && contains(live.metadata.labels, labels) && contains(live.metadata.annotations, annotations);
}

function contains(all: Readonly<Record<string, string>> = {}, some: Readonly<Record<string, string>>): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value);
}

/** A set of another tool, or any other object of this name, is left alone, as KEP-3659 asks. */
function assertOurs(place: InventoryPlace, { metadata: { name, labels, annotations } }: ConfigMap): void {
  const tool = annotations?.[applySet.tooling];
  const ours = tool?.split('/')[0] === tooling.split('/')[0] && labels?.[applySet.id] === applySetId(place);
  if (ours) return;
  throw new AppError('ownership', `${whereOf(place, name)} is there and is no inventory of ours${tool === undefined ? '' : `: it belongs to ${tool}`}`, { fix: `move it away; bud-o11y keeps its inventory of ${place.environment} under this name` });
}

function whereOf({ namespace }: InventoryPlace, name: string): string {
  return `ConfigMap ${name} in namespace ${namespace}`;
}
