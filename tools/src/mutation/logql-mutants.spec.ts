import { describe, expect, it } from '@jest/globals';
import { logqlMutants } from './logql-mutants.ts';

describe('logqlMutants', () => {
  it.each([
    { of: 'vector(1)', mutants: [] },
    { of: 'vector(1) > 0', mutants: ['vector(1) < 0', 'vector(1) >= 0', 'vector(1) > 1', 'vector(1) > -1'] },
    { of: 'vector(1) > 4 * vector(2)', mutants: ['vector(1) < 4 * vector(2)', 'vector(1) >= 4 * vector(2)', 'vector(1) > 5 * vector(2)', 'vector(1) > 3 * vector(2)'] },
    { of: '(vector(1)) or (vector(2) unless vector(3))', mutants: ['(vector(1))', '(vector(1)) or (vector(2))'] },
    { of: 'count_over_time({a="1"}[5m])', mutants: ['count_over_time({a="1"}[50m])'] },
    { of: 'rate({a="1", b="2"}[5m])', mutants: ['count_over_time({a="1", b="2"}[5m])', 'rate({b="2"}[5m])', 'rate({a="1"}[5m])', 'rate({a="1", b="2"}[50m])'] },
    { of: 'sum by (a) (count_over_time({a="1"}[5m] offset 2m))', mutants: ['sum  (count_over_time({a="1"}[5m] offset 2m))', 'sum by (a) (count_over_time({a="1"}[50m] offset 2m))', 'sum by (a) (count_over_time({a="1"}[5m] ))'] },
    { of: 'count_over_time({a="1"} |= "x" | json | y="2" [5m])', mutants: ['count_over_time({a="1"}  | json | y="2" [5m])', 'count_over_time({a="1"} |= "x" | json  [5m])', 'count_over_time({a="1"} |= "x" | json | y="2" [50m])'] },
  ])('$of', ({ of, mutants }) => {
    expect(logqlMutants(of).map(({ text }) => text)).toEqual(mutants);
  });
});
