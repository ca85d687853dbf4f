import { describe, expect, it } from '@jest/globals';
import { parser } from '@prometheus-io/lezer-promql';
import { promqlMutants } from './promql-mutants.ts';

const texts = (expression: string) => promqlMutants(expression).map(({ text }) => text);

describe('promqlMutants', () => {
  it.each([
    { of: 'a > 0.8', mutants: ['a < 0.8', 'a >= 0.8', 'a > 1', 'a > 0.6'] },
    { of: 'a == 0', mutants: ['a != 0', 'a == 1', 'a == -1'] },
    { of: 'a < 0.9 * b', mutants: ['a > 0.9 * b', 'a <= 0.9 * b', 'a < 1.125 * b', 'a < 0.675 * b'] },
    { of: 'a{x="1", y=~"2"}', mutants: ['a{y=~"2"}', 'a{x="1"}'] },
    { of: 'sum by (x, y) (a)', mutants: ['sum by (y) (a)', 'sum by (x) (a)'] },
    { of: 'sum by (x) (a)', mutants: ['sum by () (a)'] },
    { of: 'sum without (x) (a)', mutants: [] },
    { of: 'rate(a{x="1"}[5m])', mutants: ['a{x="1"}', 'rate(a{x="1"}[50m])', 'rate(a{}[5m])'] },
    { of: 'max_over_time(a[5m])', mutants: ['max_over_time(a[50m])'] },
    { of: 'max_over_time(sum(a)[1d:15m])', mutants: ['max_over_time(sum(a)[10d:15m])'] },
    { of: 'a offset 1d', mutants: [] },
    { of: 'a or 0 * b', mutants: ['a'] },
    { of: 'a and b', mutants: ['a', 'a unless b'] },
    { of: 'a unless on (x) b', mutants: ['a', 'a and on (x) b', 'a unless on () b'] },
    { of: 'a - ignoring (x, y) group_right (z) b', mutants: ['a', 'a - ignoring (y) group_right (z) b', 'a - ignoring (x) group_right (z) b'] },
    { of: 'a / on (x) group_left () b', mutants: ['a', 'a / on () group_left () b'] },
    { of: 'a / b', mutants: [] },
    { of: 'a{x="1"} / b{x="1"}', mutants: ['a{} / b{x="1"}', 'a{x="1"} / b{}', 'a{} / b{}'] },
  ])('$of', ({ of, mutants }) => {
    expect(texts(of)).toEqual(mutants);
  });

  it('names each mutant of an expression differently', () => {
    const names = promqlMutants('a{x="1"} > 5 and b{x="1"} > 5').map(({ kind, what }) => `${kind} ${what}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('matcher x="1" is dropped (2)');
    expect(names).toContain('matcher x="1" is dropped everywhere');
  });

  it('yields what parses', () => {
    for (const text of texts('sum by (x) (rate(a{x="1", y="2"}[5m])) / on (x) group_left () (max by (x) (b) > 0) > 0.8 or 0 * c')) {
      parser.parse(text).iterate({ enter: ({ type }) => expect([text, type.isError]).toEqual([text, false]) });
    }
  });
});
