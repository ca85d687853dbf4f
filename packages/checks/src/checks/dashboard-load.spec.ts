import { describe, expect, it } from '@jest/globals';
import { asking, faultsOf, panel } from '../fixtures.ts';
import { dashboardLoad } from './dashboard-load.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => panel(index + 11));
const row = (...panels: readonly object[]) => panel(1001, { type: 'row', panels });

describe('dashboard-load', () => {
  it.each([
    ['seven queries', [asking(Array.from({ length: 7 }, () => 'up'))], 'asks 7 queries'],
    ['26 panels', [row(...many(26))], 'has 26 panels'],
    ['13 open panels below the first row', [row(), ...many(13)], 'has 13 open panels'],
  ])('finds %s', (_, panels, fault) => {
    expect(faultsOf(dashboardLoad, panels)).toEqual([expect.stringContaining(fault)]);
  });

  it('accepts six queries, and twelve open panels beside folded ones', () => {
    expect(faultsOf(dashboardLoad, [asking(Array.from({ length: 6 }, () => 'up')), row(), ...many(12), row(...many(12))])).toEqual([]);
  });
});
