import { NoSuchPage, noSuchPath } from './failure.ts';
import type { ServedKind } from './kinds.ts';

/** The kinds that are served now: the built-in ones and those of established CustomResourceDefinitions. */
export interface Registry {
  readonly kinds: () => readonly ServedKind[];
  find(group: string, version: string, plural: string): ServedKind | undefined;
}

/** What a resource path addresses. Without a name it is the collection. */
export interface ResourceRoute {
  readonly kind: ServedKind;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
}

const shape = /^\/(?:api\/(?<core>v1)|apis\/(?<group>[^/]+)\/(?<version>[^/]+))(?:\/namespaces\/(?<namespace>[^/]+)(?=\/[^/]+))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+)(?:\/(?<subresource>[^/]+))?)?$/;

/**
 * Reads a resource path. `/api/v1/namespaces/x` is the namespace itself, `/api/v1/namespaces/x/status` its status, and
 * a longer path what is in it.
 */
export function resourceRoute(path: string, registry: Registry): ResourceRoute {
  const groups = shape.exec(path)?.groups;
  if (groups === undefined) throw new NoSuchPage();
  const { core, group = '', version = core ?? '', namespace, plural = '', name, subresource } = groups;
  if (!registry.kinds().some((kind) => kind.group === group && kind.version === version)) throw new NoSuchPage();
  if (core !== undefined && namespace !== undefined && name === undefined && (plural === 'status' || plural === 'finalize')) {
    return routeOf(registry.find('', version, 'namespaces'), { name: namespace, subresource: plural });
  }
  return routeOf(registry.find(group, version, plural), { namespace, name, subresource });
}

function routeOf(kind: ServedKind | undefined, parts: { readonly namespace?: string | undefined; readonly name?: string | undefined; readonly subresource?: string | undefined }): ResourceRoute {
  if (kind === undefined || parts.namespace !== undefined && !kind.namespaced) throw noSuchPath();
  if (parts.subresource !== undefined && parts.subresource !== 'finalize' && !kind.subresources.some((known) => known === parts.subresource)) throw noSuchPath();
  const decoded = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, decodeURIComponent(value)] as const]));
  return { kind, ...Object.fromEntries(decoded) };
}
