import { describe, expect, it } from '@jest/globals';
import { environmentNamed, profiles } from '@bud-o11y/model';
import { autoscaling, traitsOf } from './profiles.ts';
import { at, clusters } from './testing/rendered.ts';

const [dev, production, staging] = clusters;

describe('profiles', () => {
  it('switch on no less in production than in staging, and no less there than in dev', () => {
    const count = (profile: (typeof profiles)[number]): number => Object.values(traitsOf({ profile })).filter(Boolean).length;
    expect(profiles.map(count)).toEqual(profiles.map(count).toSorted((one, other) => one - other));
    expect([count('local'), count('production')]).toEqual([0, 4]);
  });

  it('autoscale what is stateless, from the replicas of the sizing table on', () => {
    const environment = environmentNamed('production');
    expect(autoscaling(environment, 3)).toEqual({ autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 6, targetCPUUtilizationPercentage: 70 } });
    for (const path of [['tempo', 'distributor'], ['tempo', 'querier'], ['otel-gateway']] as const) {
      const [release, ...part] = path;
      expect(production === undefined ? undefined : at(production, release, ...part, 'autoscaling', 'minReplicas')).toBe(3);
      expect(staging === undefined ? undefined : at(staging, release, ...part, 'autoscaling')).toBeUndefined();
    }
  });

  it('cache and spread over zones in production and staging, not in dev', () => {
    for (const [one, has] of [[dev, false], [staging, true], [production, true]] as const) {
      if (one === undefined) throw new Error('an environment is missing');
      expect([at(one, 'mimir', 'chunks-cache', 'enabled'), at(one, 'loki', 'chunksCache', 'enabled'), at(one, 'tempo', 'memcached', 'enabled')]).toEqual([has, has, has]);
      expect([at(one, 'mimir', 'ingester', 'topologySpreadConstraints'), at(one, 'loki', 'singleBinary', 'topologySpreadConstraints')].map((spread) => spread !== undefined)).toEqual([has, has]);
    }
  });
});
