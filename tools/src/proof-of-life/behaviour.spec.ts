import { describe, expect, it } from '@jest/globals';
import { type Behaviour, type Course, bucketAt, sumAt, valueAt } from './behaviour.ts';

const start = 1_000_000;
const onset = start + 50_000;
const end = start + 60_000;
const course = (before: Behaviour, after: Behaviour = before): Course => ({ before, after, onset, start, end, seed: 0.3 });
const moments = Array.from({ length: 601 }, (_, index) => start + index * 100);

describe('a counter', () => {
  const counter = course({ rate: 2 }, { rate: 40 });

  it('begins at 0 and never falls', () => {
    const values = moments.map((at) => valueAt(counter, at) ?? Number.NaN);
    expect(values[0]).toBe(0);
    expect(values.filter((value, index) => index > 0 && !(value >= (values[index - 1] ?? 0)))).toEqual([]);
  });

  it('goes on where it was when its rate changes', () => {
    const [before, after] = [valueAt(counter, onset - 0.001), valueAt(counter, onset + 0.001)];
    expect((after ?? 0) - (before ?? 0)).toBeLessThan(0.1);
    const risen = (valueAt(counter, onset + 1_000) ?? 0) - (valueAt(counter, onset) ?? 0);
    expect(risen / 1_000).toBeGreaterThan(40 * 0.69);
    expect(risen / 1_000).toBeLessThan(40 * 1.31);
  });
});

describe('a histogram', () => {
  const slower = course({ rate: 3, median: 0.3 }, { rate: 3, median: 4 });
  const bounds = [0.1, 0.5, 5, Number.POSITIVE_INFINITY];

  it.each(moments.filter((_, index) => index % 100 === 0))('has buckets at %d that hold those below them', (at) => {
    const counts = bounds.map((bound) => bucketAt(slower, at, bound));
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('has its median where it is told', () => {
    const rise = (bound: number, from: number, to: number): number => bucketAt(slower, to, bound) - bucketAt(slower, from, bound);
    expect(rise(0.3, start, onset) / rise(Number.POSITIVE_INFINITY, start, onset)).toBeCloseTo(0.5);
    expect(rise(4, onset, end) / rise(Number.POSITIVE_INFINITY, onset, end)).toBeCloseTo(0.5);
  });

  it('has a sum that fits its count: the mean of skewed durations is above their median', () => {
    expect(sumAt(slower, onset) / bucketAt(slower, onset, Number.POSITIVE_INFINITY)).toBeCloseTo(0.3 * 1.209, 3);
  });
});

describe('a gauge', () => {
  it.each<[string, Behaviour, number, number | undefined]>([
    ['stays about its level', { level: 10, swing: 0 }, end, 10],
    ['rises from the onset', { level: 10, swing: 0, perSecond: 0.5 }, onset + 100, 60],
    ['does not rise before', { level: 10, swing: 0, perSecond: 0.5 }, onset - 100, 10],
    ['follows the clock', { age: 60 }, onset, onset - 60],
    ['lies ahead of the clock', { age: -60 }, onset, onset + 60],
    ['stands still', { since: 7_200 }, onset, end - 7_200],
    ['is renewed', { renewedEvery: 300 }, 1_000_130, 999_900],
    ['was raised', { level: 12, raised: 1_000 }, end - 999, 13],
    ['is not raised before', { level: 12, raised: 1_000 }, end - 1_001, 12],
    ['does not exist', 'absent', end, undefined],
  ])('%s', (_name, behaviour, at, expected) => {
    expect(valueAt(course(behaviour), at)).toBe(expected);
  });

  it('becomes another one at the onset', () => {
    const state = course({ level: 1, swing: 0 }, 'absent');
    expect([valueAt(state, onset - 1), valueAt(state, onset)]).toEqual([1, undefined]);
  });
});
