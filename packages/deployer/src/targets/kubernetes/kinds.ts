import { groupOf, keyParts, type ObjectKey, type PlacedObject } from '../../objects/index.ts';
import { textAt } from '../../objects/fields.ts';
import type { Discovery, ResourceRef, ServedKind } from './transport/index.ts';

/** A collection that objects of ours may be in: a kind, and a namespace where the kind has them. */
export interface Scope {
  readonly served: ServedKind;
  readonly namespace?: string;
}

/**
 * How an object can be reached: `served` now, `coming` with a definition that is applied first, or `blocked` because the
 * server does not know its kind.
 */
export type Reach =
  | { readonly state: 'served'; readonly scope: Scope }
  | { readonly state: 'coming' }
  | { readonly state: 'blocked' };

export function scopeName({ served, namespace }: Scope): string {
  return `${served.group}/${served.plural}/${namespace ?? ''}`;
}

export function resourceOf({ served: { group, version, plural }, namespace }: Scope): ResourceRef {
  return { group, version, plural, ...(namespace === undefined ? {} : { namespace }) };
}

/** Secrets are never read: they are left out of every list. */
export function isSecret(key: ObjectKey): boolean {
  return key.startsWith('core/Secret/');
}

/** How each object is reached. @throws AppError `unreachable` for a kind whose APIService is broken. */
export function reachOf(placed: readonly PlacedObject[], discovery: Discovery): ReadonlyMap<ObjectKey, Reach> {
  const defined = new Set(placed.filter(({ object }) => object.kind === 'CustomResourceDefinition').map(({ object }) => `${textAt(object, 'spec', 'group') ?? ''}/${textAt(object, 'spec', 'names', 'kind') ?? ''}`));
  const kinds = new Map<string, ServedKind | undefined>();
  return new Map(placed.map(({ key, object }): [ObjectKey, Reach] => {
    const name = `${object.apiVersion} ${object.kind}`;
    if (!kinds.has(name)) kinds.set(name, discovery.find(object.apiVersion, object.kind));
    const served = kinds.get(name);
    if (served !== undefined) return [key, { state: 'served', scope: scopeIn(served, object.metadata.namespace) }];
    return [key, { state: defined.has(`${groupOf(object.apiVersion)}/${object.kind}`) ? 'coming' : 'blocked' }];
  }));
}

/** The scope of a key of which only group and kind are known; undefined when the kind is not served any more. */
export function scopeOfKey(key: ObjectKey, discovery: Discovery, known: ReadonlyMap<string, ServedKind>): Scope | undefined {
  const { group, kind, namespace } = keyParts(key);
  const served = known.get(`${group}/${kind}`) ?? discovery.kinds.find((candidate) => candidate.group === group && candidate.kind === kind);
  return served === undefined ? undefined : scopeIn(served, namespace);
}

function scopeIn(served: ServedKind, namespace: string | undefined): Scope {
  return served.namespaced && namespace !== undefined ? { served, namespace } : { served };
}
