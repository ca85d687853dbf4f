import { AppError } from '@bud-o11y/model';
import { keyParts, type ObjectKey } from '../../../objects/index.ts';
import type { Change } from '../../../plan/plan.ts';
import type { Removed } from '../../target.ts';
import type { Cluster } from '../context.ts';
import { isSecret, resourceOf, type Scope, scopeName } from '../kinds.ts';
import { readMetadata } from '../live/members.ts';
import type { Facts } from '../plan/facts.ts';
import { metadataOnly } from '../request.ts';
import { resourcePath } from '../transport/index.ts';
import { isAboutObject } from './object-failure.ts';

/** What is still there of what is to be removed. */
export type Remaining = ReadonlyMap<ObjectKey, { readonly uid: string; readonly partOf?: string; readonly scope: Scope }>;

/** Lists once more, in bulk, what is to be removed: the plan may be minutes old. */
export async function freshLook({ api, setId }: Cluster, changes: readonly Change[], { live, entries }: Facts): Promise<Remaining> {
  const wanted = new Map(changes.flatMap(({ address, action }): [ObjectKey, Scope][] => {
    const scope = action === 'delete' ? live.ownedScopes.get(address as ObjectKey) : undefined;
    return scope === undefined ? [] : [[address as ObjectKey, scope]];
  }));
  const scopes = [...new Map([...wanted].filter(([key]) => !isSecret(key)).map(([, scope]) => [scopeName(scope), scope])).values()];
  const members = await readMetadata(api, scopes, { setId, wanted: new Set(wanted.keys()) });
  return new Map([...wanted].flatMap(([key, scope]): [ObjectKey, { readonly uid: string; readonly partOf?: string; readonly scope: Scope }][] => {
    // A Secret is in no list; the precondition of its deletion says the same.
    if (isSecret(key)) return [[key, { uid: entries.get(key)?.uid ?? '', partOf: setId, scope }]];
    const found = members.get(key);
    return found === undefined ? [] : [[key, { uid: found.uid, scope, ...(found.partOf === undefined ? {} : { partOf: found.partOf }) }]];
  }));
}

interface Deleting {
  readonly key: ObjectKey;
  readonly scope: Scope;
  readonly uid: string;
  readonly propagation: 'Background' | 'Foreground' | 'Orphan';
}

/** `goes`: it is being deleted, and something has to happen first. */
export type Deletion = Removed | { readonly outcome: 'goes' };

/** Deletes one object if it is still this one. Gone counts as deleted; another one of the same name stays. */
export async function deleteObject({ api }: Cluster, { key, scope, uid, propagation }: Deleting): Promise<Deletion> {
  try {
    const { body } = await api.request({
      method: 'DELETE',
      path: resourcePath(resourceOf(scope), keyParts(key).name),
      body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid }, propagationPolicy: propagation },
      name: `delete ${scope.served.plural}`,
      accept: metadataOnly,
      // With the uid a second sending finds nothing, or something else: it deletes nothing that the first did not.
      idempotent: true,
    });
    // The server answers with the object while it is still there, and with a Status when it is gone.
    return { outcome: body.kind === 'Status' ? 'removed' : 'goes' };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'notFound') return { outcome: 'gone' };
    if (thrown.code === 'conflict') return { outcome: 'skipped', why: 'another object has its name now: it stays' };
    if (isAboutObject(thrown)) return { outcome: 'failed', error: thrown };
    throw thrown;
  }
}
