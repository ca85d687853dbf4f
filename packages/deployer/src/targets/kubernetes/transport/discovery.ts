import { AppError } from '@bud-o11y/model';
import type { Send } from './list.ts';
import { aggregatedKinds, groupVersions, resourceListKinds, type ServedKind } from './discovery-document.ts';
import { statusOf } from './status.ts';

/** What the server serves. */
export interface Discovery {
  readonly kinds: readonly ServedKind[];
  /** APIServices whose server does not answer, as `v1beta1.metrics.k8s.io`. */
  readonly broken: readonly string[];
  /**
   * How a kind is addressed; undefined when it is not served.
   * @throws AppError `unreachable` when that cannot be told because its APIService is broken.
   */
  find(apiVersion: string, kind: string): ServedKind | undefined;
}

const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json';

/**
 * Asks for all kinds at once: one request for the core group and one for the rest. A server that does not know that
 * (before 1.26) is asked group by group. A group that does not answer is noted, not thrown.
 */
export async function discover(send: Send): Promise<Discovery> {
  const roots = await Promise.all(['/api', '/apis'].map(async (path) => ({ path, document: await documentAt(send, path) })));
  const kinds: ServedKind[] = [];
  const broken: string[] = [];
  for (const { path, document } of roots) {
    const found = aggregatedKinds(document);
    if (found === undefined) {
      for (const groupVersion of groupVersions(document)) await oneByOne(send, path, groupVersion, kinds, broken);
    } else {
      kinds.push(...found.kinds);
      broken.push(...found.stale);
    }
  }
  const byName = new Map(kinds.map((served) => [`${groupVersionOf(served)} ${served.kind}`, served]));
  return {
    kinds,
    broken,
    find(apiVersion, kind) {
      const served = byName.get(`${apiVersion} ${kind}`);
      if (served !== undefined) return served;
      const service = apiService(apiVersion);
      if (!broken.includes(service)) return undefined;
      throw new AppError('unreachable', `whether ${kind} (${apiVersion}) is served cannot be told: the APIService ${service} does not answer`, { fix: `look at \`kubectl get apiservice ${service}\`, repair the service behind it or remove it` });
    },
  };
}

async function documentAt(send: Send, path: string): Promise<unknown> {
  return (await send<unknown>({ method: 'GET', path, accept: aggregated, name: 'discover' })).body;
}

/** Not retried: a broken APIService stays broken, and would use the retry budget up. */
async function oneByOne(send: Send, root: string, groupVersion: string, kinds: ServedKind[], broken: string[]): Promise<void> {
  try {
    const { body } = await send<unknown>({ method: 'GET', path: `${root}/${groupVersion}`, name: 'discover', idempotent: false });
    kinds.push(...resourceListKinds(body, groupVersion));
  } catch (thrown) {
    const code = statusOf(thrown)?.code ?? 0;
    if (code !== 404 && code < 500) throw thrown;
    broken.push(apiService(groupVersion));
  }
}

function groupVersionOf({ group, version }: ServedKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/** `metrics.k8s.io/v1beta1` is registered as `v1beta1.metrics.k8s.io`. */
function apiService(apiVersion: string): string {
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return `${version}.${group}`;
}
