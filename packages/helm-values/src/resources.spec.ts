import { describe, expect, it } from '@jest/globals';
import { at, clusters } from './testing/rendered.ts';

describe.each(clusters)('a node of $environment.name', (one) => {
  const { sizes } = one.environment;

  it('may be drained: of several replicas all but one stay', () => {
    const several = (replicas: number, budget: unknown): unknown => (replicas > 1 ? budget : undefined);
    expect(at(one, 'loki', 'singleBinary', 'podDisruptionBudget')).toEqual(several(sizes.loki.replicas, { maxUnavailable: 1 }));
    expect(at(one, 'loki', 'gateway', 'podDisruptionBudget')).toEqual(several(sizes.loki.replicas, { maxUnavailable: 1 }));
    expect(at(one, 'prometheus', 'prometheus', 'podDisruptionBudget')).toEqual(several(sizes.prometheus.replicas, { enabled: true, minAvailable: sizes.prometheus.replicas - 1 }));
  });

  it.each([
    ['loki', 'gateway'], ['mimir', 'gateway'],
    ['tempo', 'queryFrontend'], ['tempo', 'backendScheduler'], ['tempo', 'backendWorker'],
    ['prometheus', 'prometheusOperator'], ['prometheus', 'prometheus-node-exporter'], ['prometheus', 'kube-state-metrics'],
  ])('keeps room for %s %s', (release, part) => {
    expect(at(one, release, part, 'resources', 'requests')).toEqual({ cpu: expect.stringMatching(/m$/), memory: at(one, release, part, 'resources', 'limits', 'memory') });
  });
});
