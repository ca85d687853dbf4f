import { describe, expect, it } from '@jest/globals';
import { valueAxis } from './value-axis.ts';

describe('valueAxis', () => {
  it.each([
    ['data from 0', [3, 47], { unit: 'short', min: 0 }, [0, 50]],
    ['data that goes below 0', [-12, 9], { unit: 'Bps' }, [-15, 10]],
    ['both bounds given', [0.2], { unit: 'percentunit', min: 0, max: 1 }, [0, 1]],
    ['hours', [7_000], { unit: 's', min: 0 }, [0, 7_200]],
    ['flat data', [7, 7], { unit: 'short' }, [0, 7]],
    ['data that differs in its last digits', [7, 7 + 1e-12], { unit: 'short' }, [0, 7]],
    ['zeros', [0, 0], { unit: 'short' }, [0, 1]],
    ['no data', [], { unit: 'short' }, [0, 1]],
  ])('reaches over %s', (_, values, bounds, [least, most]) => {
    const axis = valueAxis(values, bounds, 4);
    expect(axis.least).toBeCloseTo(least as number, 6);
    expect(axis.most).toBeGreaterThanOrEqual((most as number) - 1e-6);
    expect([axis.at(axis.least), axis.at(axis.most)].map(Math.round)).toEqual([1_000, 0]);
  });

  it('marks round values in their unit', () => {
    expect(valueAxis([9_000], { unit: 's', min: 0 }, 3).marks.map(({ label }) => label)).toEqual(['0 s', '1 hour', '2 hours', '3 hours']);
  });
});
