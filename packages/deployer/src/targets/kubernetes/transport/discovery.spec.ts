import { describe, expect, it } from '@jest/globals';
import { type Answer, type Arrived, failure, withApi } from './fixtures/server.ts';

function aggregated(items: readonly object[]): Answer {
  return { body: { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items } };
}

const resource = (plural: string, kind: string, scope = 'Namespaced'): object => ({ resource: plural, responseKind: { kind }, scope, verbs: ['get', 'list', 'patch'], subresources: [{ subresource: 'status' }] });
const core = aggregated([{ metadata: {}, versions: [{ version: 'v1', resources: [resource('configmaps', 'ConfigMap'), resource('namespaces', 'Namespace', 'Cluster')] }] }]);
const rest = aggregated([
  { metadata: { name: 'apps' }, versions: [{ version: 'v1', freshness: 'Current', resources: [resource('deployments', 'Deployment')] }] },
  { metadata: { name: 'metrics.k8s.io' }, versions: [{ version: 'v1beta1', freshness: 'Stale', resources: [] }] },
]);
const modern = ({ url }: Arrived): Answer => (url.pathname === '/api' ? core : rest);

/** A server from before aggregated discovery, one of whose APIServices is broken. */
function old({ url }: Arrived): Answer {
  switch (url.pathname) {
    case '/api':
      return { body: { kind: 'APIVersions', versions: ['v1'] } };
    case '/apis':
      return { body: { kind: 'APIGroupList', groups: [{ name: 'apps', versions: [{ groupVersion: 'apps/v1' }] }, { name: 'metrics.k8s.io', versions: [{ groupVersion: 'metrics.k8s.io/v1beta1' }] }] } };
    case '/api/v1':
      return { body: { kind: 'APIResourceList', resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true, verbs: ['get', 'list', 'patch'] }, { name: 'namespaces', kind: 'Namespace', namespaced: false, verbs: [] }, { name: 'namespaces/status', kind: 'Namespace', namespaced: false, verbs: [] }] } };
    case '/apis/apps/v1':
      return { body: { kind: 'APIResourceList', resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true, verbs: [] }] } };
    default:
      return failure(503, 'ServiceUnavailable', 'service unavailable');
  }
}

describe.each([
  ['aggregated', modern, 2],
  ['group by group', old, 5],
])('discover: %s', (_, respond, requests) => {
  it('finds how kinds are addressed', async () => await withApi(respond, async (api, server) => {
    const discovery = await api.discover();
    expect(discovery.find('v1', 'ConfigMap')).toMatchObject({ group: '', version: 'v1', plural: 'configmaps', namespaced: true, verbs: ['get', 'list', 'patch'] });
    expect(discovery.find('v1', 'Namespace')).toMatchObject({ plural: 'namespaces', namespaced: false });
    expect(discovery.find('apps/v1', 'Deployment')).toMatchObject({ group: 'apps', plural: 'deployments' });
    expect(discovery.find('monitoring.coreos.com/v1', 'PrometheusRule')).toBeUndefined();
    expect(server.requests).toHaveLength(requests);
  }));

  it('row 32: a broken APIService matters to its own kinds only', async () => await withApi(respond, async (api) => {
    const discovery = await api.discover();
    expect(discovery.broken).toEqual(['v1beta1.metrics.k8s.io']);
    expect(() => discovery.find('metrics.k8s.io/v1beta1', 'PodMetrics')).toThrow(expect.objectContaining({ code: 'unreachable', message: expect.stringContaining('v1beta1.metrics.k8s.io') }));
  }));
});

describe('discover', () => {
  it('asks once, however many ask, and again when told', async () => await withApi(modern, async (api) => {
    await Promise.all(Array.from({ length: 16 }, async () => await api.discover()));
    expect(api.counts.byName.get('discover')).toBe(2);
    await api.discover({ refresh: true });
    expect(api.counts.byName.get('discover')).toBe(4);
  }));

  it('does not keep a failure', async () => await withApi((request) => (request.number <= 2 ? failure(403, 'Forbidden', 'no') : modern(request)), async (api) => {
    await expect(api.discover()).rejects.toMatchObject({ code: 'forbidden' });
    expect((await api.discover()).kinds).toHaveLength(3);
  }));
});
