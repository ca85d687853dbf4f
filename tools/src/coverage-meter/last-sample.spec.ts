import { describe, expect, it } from '@jest/globals';
import { lastSample } from './last-sample.ts';

describe('lastSample', () => {
  it.each([
    { values: '1', last: 0 },
    { values: '1 2 -3.5', last: 2 },
    { values: '0+60x30', last: 30 },
    { values: '5x3 0x1', last: 5 },
    { values: '1-2x3', last: 3 },
    { values: '_x4 7', last: 4 },
    { values: '7 _ _x3', last: 0 },
    { values: '_x3', last: undefined },
    { values: '7x3 stale', last: undefined },
    { values: '7 stale 8', last: 2 },
  ])('$values ends at $last', ({ values, last }) => {
    expect(lastSample(values)).toBe(last);
  });

  it('refuses what it does not know', () => {
    expect(() => lastSample('{{schema:1}}x3')).toThrow(RangeError);
  });
});
