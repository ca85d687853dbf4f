import { type Environment, environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../fixtures.ts';
import { environmentSharedCluster } from './environment-shared-cluster.ts';

const [dev, local, staging] = [environmentNamed('dev'), environmentNamed('local'), environmentNamed('staging')];
const called = (environment: Environment, k8sCluster: string): Environment => ({ ...environment, k8sCluster });
const found = (environment: Environment, ...others: readonly Environment[]) => problemsOf(environmentSharedCluster, [], { environment, environments: [environment, ...others] }).map(({ what }) => what);

describe('environment-shared-cluster', () => {
  it('finds an environment that carries the label of another one', () => {
    expect(found(called(dev, 'bud-staging'), staging, local)).toEqual(['k8sCluster is bud-staging here and in staging']);
  });

  it('accepts labels of their own, and this machine', () => {
    expect(found(dev, staging)).toEqual([]);
    expect(found(dev, called(local, dev.k8sCluster))).toEqual([]);
    expect(found(called(local, dev.k8sCluster), dev)).toEqual([]);
  });
});
