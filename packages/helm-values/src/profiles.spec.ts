import { describe, expect, it } from '@jest/globals';
import { environmentNamed, profiles } from '@bud-o11y/model';
import { autoscaling, traitsOf } from './profiles.ts';
import { at, clusters } from './testing/rendered.ts';

describe('profiles', () => {
  it('switch on no less in production than in staging, and no less there than in dev', () => {
    const count = (profile: (typeof profiles)[number]): number => Object.values(traitsOf({ profile })).filter(Boolean).length;
    expect(profiles.map(count)).toEqual(profiles.map(count).toSorted((one, other) => one - other));
    expect([count('local'), count('production')]).toEqual([0, 4]);
  });

  it('autoscale what is stateless, from the replicas of the sizing table on', () => {
    const environment = environmentNamed('production');
    expect(autoscaling(environment, 3)).toEqual({ autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 6, targetCPUUtilizationPercentage: 70 } });
  });

  it.each(clusters)('autoscale in $environment.name if its profile says so', (one) => {
    const { sizes } = one.environment;
    for (const [path, { replicas }] of [[['tempo', 'distributor'], sizes.tempoDistributor], [['tempo', 'querier'], sizes.tempoQuerier], [['otel-gateway'], sizes.otelGateway]] as const) {
      const [release, ...part] = path;
      expect(at(one, release, ...part, 'autoscaling', 'minReplicas')).toBe(traitsOf(one.environment).autoscaling ? replicas : undefined);
    }
  });

  it.each(clusters)('cache and spread over zones in $environment.name if its profile says so', (one) => {
    const { caches, zones } = traitsOf(one.environment);
    expect([at(one, 'mimir', 'chunks-cache', 'enabled'), at(one, 'loki', 'chunksCache', 'enabled'), at(one, 'tempo', 'memcached', 'enabled')]).toEqual([caches, caches, caches]);
    expect([at(one, 'mimir', 'ingester', 'topologySpreadConstraints'), at(one, 'loki', 'singleBinary', 'topologySpreadConstraints')].map((spread) => spread !== undefined)).toEqual([zones, zones]);
  });
});
