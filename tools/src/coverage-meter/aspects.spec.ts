import { describe, expect, it } from '@jest/globals';
import { lines, type AlertCase } from '@bud-o11y/alerts';
import { oneAspect } from './aspects.ts';
import { inputsOf } from './inputs.ts';

const metric = (...series: readonly (readonly [string, string])[]): AlertCase => ({ name: '', at: '5m', alerts: [], series: series.map(([name, values]) => ({ series: name, values })) });
const log = (app: string, event: string, every: '5s' | '9s', user = 'ada'): AlertCase => ({ name: '', at: '5m', alerts: [], lines: [lines({ app }, { event, user_id: user }, { from: '1s', every, count: 9 })] });
const base = metric(['a{x="1"}', '1x9'], ['a{x="2"}', '1x9'], ['b', '5x9']);

describe('oneAspect', () => {
  it.each([
    { name: 'other values of one series', other: metric(['a{x="1"}', '2x9'], ['a{x="2"}', '1x9'], ['b', '5x9']), aspect: 'values of a' },
    { name: 'other values of all series of a metric', other: metric(['a{x="1"}', '2x9'], ['a{x="2"}', '3x9'], ['b', '5x9']), aspect: 'values of a' },
    { name: 'other values of two metrics', other: metric(['a{x="1"}', '2x9'], ['a{x="2"}', '1x9'], ['b', '6x9']), aspect: undefined },
    { name: 'a series less', other: metric(['a{x="1"}', '1x9'], ['b', '5x9']), aspect: 'presence of a' },
    { name: 'a series more', other: metric(['a{x="1"}', '1x9'], ['a{x="2"}', '1x9'], ['b', '5x9'], ['c', '1x9']), aspect: 'presence of c' },
    { name: 'a series less of each of two metrics', other: metric(['a{x="1"}', '1x9']), aspect: undefined },
    { name: 'another value of one label', other: metric(['a{x="1"}', '1x9'], ['a{x="3"}', '1x9'], ['b', '5x9']), aspect: 'label x' },
    { name: 'another value of one label, and other values', other: metric(['a{x="1"}', '1x9'], ['a{x="3"}', '2x9'], ['b', '5x9']), aspect: undefined },
    { name: 'another label', other: metric(['a{x="1"}', '1x9'], ['a{y="2"}', '1x9'], ['b', '5x9']), aspect: undefined },
    { name: 'the same inputs in another order', other: metric(['b', '5x9'], ['a{x="2"}', '1x9'], ['a{x="1"}', '1x9']), aspect: 'moment' },
  ])('$name: $aspect', ({ other, aspect }) => {
    expect(oneAspect(inputsOf(base), inputsOf(other))).toBe(aspect);
  });

  it.each([
    { name: 'a slower stream', other: log('a', 'x', '9s'), aspect: 'values of lines' },
    { name: 'another field of the line', other: log('a', 'y', '5s'), aspect: 'label field event' },
    { name: 'another stream', other: log('b', 'x', '5s'), aspect: 'label app' },
    { name: 'two other fields', other: log('a', 'y', '5s', 'ben'), aspect: undefined },
    { name: 'another stream that is slower', other: log('b', 'x', '9s'), aspect: undefined },
  ])('of lines, $name: $aspect', ({ other, aspect }) => {
    expect(oneAspect(inputsOf(log('a', 'x', '5s')), inputsOf(other))).toBe(aspect);
  });
});
