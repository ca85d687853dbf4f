import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import type { InventoryEntry } from '../inventory/index.ts';
import { isSecret, type Reach, type Scope, scopeName, scopeOfKey } from '../kinds.ts';
import type { Discovery, KubernetesObject, ServedKind } from '../transport/index.ts';
import { type Live, liveOf, readMetadata } from './members.ts';
import { readSecretMetadata } from './secrets.ts';

/** What is in the cluster of everything that is wanted or owned. */
export interface LiveState {
  /** With our label. */
  readonly members: ReadonlyMap<ObjectKey, Live>;
  /** Wanted, there, and without our label. */
  readonly strangers: ReadonlyMap<ObjectKey, Live>;
  /** Metadata of the wanted and owned Secrets that are there. */
  readonly secrets: ReadonlyMap<ObjectKey, KubernetesObject>;
  /** Where each owned object would be; absent for a kind that is not served any more. */
  readonly ownedScopes: ReadonlyMap<ObjectKey, Scope>;
}

interface Reading {
  readonly placed: readonly PlacedObject[];
  readonly reach: ReadonlyMap<ObjectKey, Reach>;
  readonly entries: readonly InventoryEntry[];
  readonly discovery: Discovery;
  readonly signal?: AbortSignal;
}

/**
 * One list of metadata per kind and namespace, by label. Only where something wanted is not among them is the
 * collection listed once more without the label: it may be there and be somebody else's.
 */
export async function readLive({ api, setId }: Cluster, { placed, reach, entries, discovery, signal }: Reading): Promise<LiveState> {
  const reachable = placed.flatMap((object) => {
    const found = reach.get(object.key);
    return found?.state === 'served' ? [{ placed: object, scope: found.scope }] : [];
  });
  const known = new Map<string, ServedKind>(reachable.map(({ scope: { served } }) => [`${served.group}/${served.kind}`, served]));
  const ownedScopes = new Map(entries.flatMap(({ key }): [ObjectKey, Scope][] => {
    const scope = scopeOfKey(key, discovery, known);
    return scope === undefined ? [] : [[key, scope]];
  }));
  const listed = reachable.filter((object) => !isSecret(object.placed.key));
  const scopes = distinct([...listed.map(({ scope }) => scope), ...[...ownedScopes].filter(([key]) => !isSecret(key)).map(([, scope]) => scope)]);
  const options = signal === undefined ? {} : { signal };
  const wanted = new Set(placed.map(({ key }) => key));
  const [members, secrets] = await Promise.all([
    // What is not wanted is judged by its metadata; of the rest a few words are enough.
    readMetadata(api, scopes, { setId, keep: (key) => !wanted.has(key), ...options }),
    readSecretMetadata(api, new Map([...ownedScopes, ...reachable.map((object): [ObjectKey, Scope] => [object.placed.key, object.scope])].filter(([key]) => isSecret(key)))),
  ]);
  for (const [key, secret] of secrets) members.set(key, { ...liveOf(secret), object: secret });
  const absent = listed.filter((object) => !members.has(object.placed.key));
  const strangers = await readMetadata(api, distinct(absent.map(({ scope }) => scope)), { wanted: new Set(absent.map((object) => object.placed.key)), ...options });
  for (const [key, live] of members) {
    if (live.partOf === setId) continue;
    members.delete(key);
    strangers.set(key, live);
  }
  return { members, strangers, secrets, ownedScopes };
}

function distinct(scopes: readonly Scope[]): readonly Scope[] {
  return [...new Map(scopes.map((scope) => [scopeName(scope), scope])).values()];
}
