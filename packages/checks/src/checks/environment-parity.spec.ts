import { type Environment, environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../fixtures.ts';
import { environmentParity } from './environment-parity.ts';

const [dev, local, production] = [environmentNamed('dev'), environmentNamed('local'), environmentNamed('production')];
const withTempo = (environment: Environment, tempo: string): Environment => ({ ...environment, components: { ...environment.components, tempo } });
const found = (environment: Environment, ...others: readonly Environment[]) => problemsOf(environmentParity, [], { environment, environments: [environment, ...others] }).map(({ what }) => what);

describe('environment-parity', () => {
  it('finds a major version that another environment does not run', () => {
    expect(found(withTempo(dev, '2.10.1'), withTempo(production, '3.0.3'))).toEqual(['tempo is 2.10.1 here and 3.0.3 in production']);
  });

  it('accepts other minor versions, and what this machine runs', () => {
    expect(found(withTempo(dev, '3.1.0'), withTempo(production, '3.0.3'), withTempo(local, '2.10.1'))).toEqual([]);
    expect(found(withTempo(local, '2.10.1'), production)).toEqual([]);
  });
});
