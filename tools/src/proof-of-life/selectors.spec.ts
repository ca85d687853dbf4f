import { expect, it } from '@jest/globals';
import { selectorsOf } from './selectors.ts';

it.each([
  ['sum(rate(a{b="c"}[5m])) / (sum(a{b="c"}) > 0) or vector(0)', ['a{b="c"}']],
  ['x offset 1w - on (a) group_left () y{z=~".+"}', ['x', 'y{z=~".+"}']],
  ['vector(1)', []],
])('the selectors of %s', (expr, expected) => {
  expect(selectorsOf(expr)).toEqual(expected);
});
