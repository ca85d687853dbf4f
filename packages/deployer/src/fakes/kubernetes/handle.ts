import { isAllowed, type User, authorise } from './access/rules.ts';
import { selfReview } from './access/reviews.ts';
import { type BrokenGroup, aggregated, aggregatedType, isAggregated, legacy } from './discovery.ts';
import { Failure, NoSuchPage, forbidden, noSuchPath, notFound } from './failure.ts';
import type { JsonObject, StoredObject } from './object.ts';
import { represented } from './representation.ts';
import { verbOf } from './requests.ts';
import { type ResourceRoute, resourceRoute } from './route.ts';
import { type Cluster, type WriteRequest, type Written, parsed, subjectOf } from './writes/cluster.ts';
import { deleteObject } from './writes/delete.ts';
import { readScale } from './writes/scale.ts';
import { create, patch, replace } from './writes/write.ts';

/** A request as the API sees it. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly contentType: string;
  readonly agent: string;
  readonly body: string;
  readonly user: User;
}

export interface Answer {
  readonly code: number;
  readonly body: JsonObject | string;
  readonly contentType?: string;
  readonly warnings?: readonly string[];
  /** The request is a watch: the answer is a stream of events on this route. */
  readonly watch?: ResourceRoute;
}

/** What the API is made of. */
export interface ApiParts {
  readonly cluster: Cluster;
  readonly list: (route: ResourceRoute, query: URLSearchParams, accept: string) => JsonObject;
  readonly broken: readonly BrokenGroup[];
  readonly version: string;
}

const reviewPath = /^\/apis\/authorization\.k8s\.io\/v1\/(\w+)$/;

/**
 * Answers one request.
 * @throws Failure for whatever the server refuses.
 */
export function handle(parts: ApiParts, call: ApiCall): Answer {
  const { path, accept } = call;
  if (/^\/(readyz|livez|healthz)$/.test(path)) return { code: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' };
  if (path === '/version') return { code: 200, body: versionOf(parts.version) };
  if ((path === '/api' || path === '/apis') && isAggregated(accept)) return { code: 200, body: aggregated(parts.cluster.registry.kinds(), path === '/api', parts.broken), contentType: aggregatedType };
  const [, review] = reviewPath.exec(path) ?? [];
  if (review !== undefined && call.method === 'POST') {
    const answer = selfReview(parts.cluster.store, call.user, review, parsed(call.body));
    if (answer !== undefined) return { code: 201, body: answer };
  }
  if (parts.broken.some(({ group, version }) => path.startsWith(`/apis/${group}/${version}`))) throw new Failure(503, 'ServiceUnavailable', 'service unavailable');
  const known = legacy(path, parts.cluster.registry.kinds(), parts.broken);
  if (known === undefined && !/^\/(api|apis)\//.test(path)) throw new NoSuchPage();
  return known === undefined ? resource(parts, call) : { code: 200, body: known };
}

function resource(parts: ApiParts, call: ApiCall): Answer {
  const { cluster } = parts;
  const route = resourceRoute(call.path, cluster.registry);
  const { kind, namespace, name, subresource } = route;
  const verb = verbOf(call.method, name !== undefined, call.query);
  // A namespace is also a place: rights in it are rights on it.
  const scope = kind.group === '' && kind.kind === 'Namespace' ? name : namespace;
  const attributes = { verb, group: kind.group, resource: subresource === undefined ? kind.plural : `${kind.plural}/${subresource}`, ...(name === undefined ? {} : { name }), ...(scope === undefined ? {} : { namespace: scope }) };
  authorise(cluster.store, call.user, attributes);
  if (verb === 'list') return { code: 200, body: parts.list(route, call.query, call.accept) };
  if (verb === 'watch') return { code: 200, body: '', watch: route };
  if (verb === 'get') return { code: 200, body: read(cluster, route, call.accept) };
  const { code, object, warnings } = write(cluster, verb, {
    route,
    query: call.query,
    contentType: call.contentType,
    body: call.body,
    agent: call.agent,
    mayCreate: () => {
      if (!isAllowed(cluster.store, call.user, { ...attributes, verb: 'create' })) {
        throw forbidden(subjectOf(kind, name ?? ''), `User "${call.user.name}" cannot create resource "${kind.plural}" in API group "${kind.group}" ${namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`}`);
      }
    },
  });
  const isStored = object['kind'] === kind.kind;
  return { code, body: isStored ? represented(object as StoredObject, call.accept) : object, ...(warnings === undefined ? {} : { warnings }) };
}

function read({ store }: Cluster, { kind, namespace, name = '', subresource }: ResourceRoute, accept: string): JsonObject {
  const found = store.get(kind, { ...(namespace === undefined ? {} : { namespace }), name });
  if (found === undefined) throw notFound(subjectOf(kind, name));
  return subresource === 'scale' ? readScale(found) : represented(found, accept);
}

function write(cluster: Cluster, verb: string, request: WriteRequest): Written {
  if (verb === 'create' && request.route.name === undefined) return create(cluster, request);
  if (verb === 'update') return replace(cluster, request);
  if (verb === 'patch') return patch(cluster, request);
  if (verb === 'delete') return deleteObject(cluster, request);
  throw request.route.name === undefined ? new Failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {}) : noSuchPath();
}

function versionOf(version: string): JsonObject {
  const [, major = '1', minor = ''] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  return { major, minor, gitVersion: version, gitCommit: '0000000', gitTreeState: 'clean', buildDate: '2026-01-01T00:00:00Z', goVersion: 'go1.26', compiler: 'gc', platform: 'linux/amd64' };
}
