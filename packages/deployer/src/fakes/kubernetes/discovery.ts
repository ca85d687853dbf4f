import { type ServedKind, apiVersionOf } from './kinds.ts';
import type { JsonObject } from './object.ts';

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** A group version whose own server does not answer, as a broken APIService leaves it. */
export interface BrokenGroup {
  readonly group: string;
  readonly version: string;
}

export function isAggregated(accept: string): boolean {
  return accept.includes('as=APIGroupDiscoveryList');
}

/** Media type of an aggregated answer. */
export const aggregatedType = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** All groups, versions and resources in one document: of `/api` the core group, of `/apis` the others. */
export function aggregated(kinds: readonly ServedKind[], isCore: boolean, broken: readonly BrokenGroup[]): JsonObject {
  const groups = Map.groupBy(kinds.filter(({ group }) => (group === '') === isCore), ({ group }) => group);
  const items = [...groups].map(([group, members]) => ({
    metadata: group === '' ? {} : { name: group },
    versions: [...Map.groupBy(members, ({ version }) => version)].map(([version, resources]) => ({ version, resources: resources.map(discovered), freshness: 'Current' })),
  }));
  const stale = isCore ? [] : broken.map(({ group, version }) => ({ metadata: { name: group }, versions: [{ version, freshness: 'Stale' }] }));
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items: [...items, ...stale] };
}

function discovered({ group, version, kind, plural, singular, shortNames, namespaced, subresources }: ServedKind): JsonObject {
  const responseKind = (name: string): JsonObject => ({ group, version, kind: name });
  return {
    resource: plural,
    responseKind: responseKind(kind),
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(subresources.length > 0
      ? { subresources: subresources.map((subresource) => ({ subresource, responseKind: subresource === 'scale' ? { group: 'autoscaling', version: 'v1', kind: 'Scale' } : responseKind(kind), verbs: ['get', 'patch', 'update'] })) }
      : {}),
  };
}

/** `/api`, `/apis` and the resources of one group version in their older form; undefined for other paths. */
export function legacy(path: string, kinds: readonly ServedKind[], broken: readonly BrokenGroup[]): JsonObject | undefined {
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  const groups = Map.groupBy(kinds.filter(({ group }) => group !== ''), ({ group }) => group);
  if (path === '/apis') {
    const served = [...groups].map(([group, members]) => groupDocument(group, [...new Set(members.map(({ version }) => version))]));
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: [...served, ...broken.map(({ group, version }) => groupDocument(group, [version]))] };
  }
  const [, wanted] = /^\/(?:api|apis)\/(.+)$/.exec(path) ?? [];
  const members = kinds.filter((kind) => apiVersionOf(kind) === wanted);
  if (wanted === undefined || members.length === 0) return undefined;
  const resources = members.flatMap(({ plural, singular, namespaced, kind, shortNames, subresources }) => [
    { name: plural, singularName: singular, namespaced, kind, verbs, ...(shortNames.length > 0 ? { shortNames } : {}) },
    ...subresources.map((subresource) => ({ name: `${plural}/${subresource}`, singularName: '', namespaced, kind: subresource === 'scale' ? 'Scale' : kind, verbs: ['get', 'patch', 'update'] })),
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: wanted, resources };
}

function groupDocument(group: string, versions: readonly string[]): JsonObject {
  const listed = versions.map((version) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions: listed, preferredVersion: listed[0] };
}
