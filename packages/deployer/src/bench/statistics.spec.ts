import { describe, expect, it } from '@jest/globals';
import { ratios, spreadOf } from './statistics.ts';

describe('spreadOf', () => {
  it.each([
    [[3], { median: 3, lowest: 3, highest: 3 }],
    [[5, 1, 3], { median: 3, lowest: 1, highest: 5 }],
    [[4, 1, 3, 2], { median: 2.5, lowest: 1, highest: 4 }],
  ])('of %j', (values, expected) => expect(spreadOf(values)).toEqual(expected));
});

describe('ratios', () => {
  it('compares round with round, not median with median', () => expect(ratios([10, 100, 30], [10, 50, 10])).toEqual({ median: 2, lowest: 1, highest: 3 }));
});
