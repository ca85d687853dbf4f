import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardThresholds } from './dashboard-thresholds.ts';

const steps = (...values: readonly (number | null)[]) => ({ steps: values.map((value) => ({ value, color: 'red' })) });
const found = (fieldConfig: object) => faultsOf(dashboardThresholds, [panel(11, { fieldConfig })]);

describe('dashboard-thresholds', () => {
  it.each([
    ['a number first', steps(0, 1), 'has a first threshold at 0'],
    ['numbers that fall', steps(null, 2, 1), 'do not rise: 2, 1'],
    ['a number twice', steps(null, 1, 1), 'do not rise: 1, 1'],
  ])('finds %s', (_, thresholds, fault) => {
    expect(found({ defaults: { thresholds } })).toEqual([expect.stringContaining(fault)]);
    expect(found({ overrides: [{ properties: [{ id: 'thresholds', value: thresholds }] }] })).toHaveLength(1);
  });

  it.each([steps(null), steps(null, -1, 0, 2), undefined])('accepts %j', (thresholds) => {
    expect(found({ defaults: { thresholds } })).toEqual([]);
  });
});
