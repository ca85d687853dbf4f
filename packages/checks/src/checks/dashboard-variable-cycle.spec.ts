import { describe, expect, it } from '@jest/globals';
import { faultsOf, variable } from '../fixtures.ts';
import { dashboardVariableCycle } from './dashboard-variable-cycle.ts';

const needing = (name: string, other: string) => variable(name, { query: `label_values(up{job=~"$${other}"}, namespace)` });
const found = (...list: readonly object[]) => faultsOf(dashboardVariableCycle, [], [], { templating: { list } });

describe('dashboard-variable-cycle', () => {
  it('finds a circle once, and a variable that needs itself', () => {
    expect(found(needing('a', 'b'), needing('b', 'c'), needing('c', 'a'))).toEqual(['variable a: needs itself: $a -> $b -> $c -> $a']);
    expect(found(needing('a', 'a'))).toEqual(['variable a: needs itself: $a -> $a']);
  });

  it('finds a circle behind others', () => {
    expect(found(needing('a', 'b'), needing('b', 'c'), needing('c', 'b'))).toEqual(['variable b: needs itself: $b -> $c -> $b']);
  });

  it('accepts a chain, and two that need the same', () => {
    expect(found(variable('a'), needing('b', 'a'), needing('c', 'b'), needing('d', 'a'))).toEqual([]);
  });
});
