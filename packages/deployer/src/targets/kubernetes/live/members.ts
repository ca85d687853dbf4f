import { keyOf, type ObjectKey } from '../../../objects/index.ts';
import { applySet } from '../inventory/index.ts';
import { resourceOf, type Scope } from '../kinds.ts';
import { fieldsDigest } from '../ownership/index.ts';
import type { Api, KubernetesObject } from '../transport/index.ts';

/** What a list of metadata tells of one object. */
export interface Live {
  readonly uid: string;
  readonly resourceVersion: string;
  readonly terminating: boolean;
  /** The set that the object says it belongs to. */
  readonly partOf?: string;
  /** Digest of the fields that we own; absent when we own none. */
  readonly fieldsDigest?: string;
  /** The metadata as they came, of what was asked to be kept. */
  readonly object?: KubernetesObject;
}

export interface ReadOptions {
  /** Lists only the objects of this set. */
  readonly setId?: string;
  /** Leaves out what is not asked for. */
  readonly wanted?: ReadonlySet<ObjectKey>;
  /** Of which objects the metadata are kept whole. */
  readonly keep?: (key: ObjectKey) => boolean;
  readonly signal?: AbortSignal;
}

/** Lists metadata, one list per scope. What managedFields say is digested as it comes, and not kept. */
export async function readMetadata(api: Api, scopes: readonly Scope[], { setId, wanted, keep = () => false, signal }: ReadOptions): Promise<Map<ObjectKey, Live>> {
  const found = new Map<ObjectKey, Live>();
  await Promise.all(scopes.map(async (scope) => {
    const own: ObjectKey[] = [];
    const list = api.list(resourceOf(scope), {
      metadataOnly: true,
      ...(setId === undefined ? {} : { labelSelector: `${applySet.partOf}=${setId}` }),
      ...(signal === undefined ? {} : { signal }),
      onRestart: () => {
        for (const key of own.splice(0)) found.delete(key);
      },
    });
    for await (const object of list) {
      const key = keyIn(scope, object);
      if (wanted?.has(key) === false) continue;
      own.push(key);
      found.set(key, { ...liveOf(object), ...(keep(key) ? { object: { ...object, apiVersion: apiVersionOf(scope), kind: scope.served.kind } } : {}) });
    }
  }));
  return found;
}

export function liveOf(object: KubernetesObject): Live {
  const { uid = '', resourceVersion = '', deletionTimestamp, labels } = object.metadata;
  const partOf = labels?.[applySet.partOf];
  const digest = fieldsDigest(object);
  return {
    uid,
    resourceVersion,
    terminating: deletionTimestamp !== undefined,
    ...(partOf === undefined ? {} : { partOf }),
    ...(digest === undefined ? {} : { fieldsDigest: digest }),
  };
}

/** Metadata-only answers do not say the kind of their objects; the list does. */
export function keyIn({ served: { group, kind } }: Scope, { metadata: { name, namespace } }: KubernetesObject): ObjectKey {
  return keyOf({ group, kind, name, ...(namespace === undefined || namespace === '' ? {} : { namespace }) });
}

function apiVersionOf({ served: { group, version } }: Scope): string {
  return group === '' ? version : `${group}/${version}`;
}
