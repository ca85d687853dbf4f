import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardFirstRow } from './dashboard-first-row.ts';

const steps = [{ value: null, color: 'green' }, { value: 1, color: 'red' }];
const stat = (id: number, json: object = {}, defaults: object = {}) =>
  panel(id, { type: 'stat', gridPos: { x: id * 4, y: 0, w: 4, h: 4 }, fieldConfig: { defaults: { links: [{ url: '/d/b' }], thresholds: { steps }, ...defaults } }, ...json });

describe('dashboard-first-row', () => {
  it('accepts a strip of stats above everything else', () => {
    expect(faultsOf(dashboardFirstRow, [stat(1), stat(2, {}, { thresholds: {} }), panel(11, {}, 0, 5)])).toEqual([]);
  });

  it.each([
    ['a curve', [stat(1), stat(2, { type: 'timeseries' })], 'is a timeseries in the first row'],
    ['a tall one', [stat(1, { gridPos: { x: 0, y: 0, w: 4, h: 8 } })], 'is 8 lines high'],
    ['one without a link', [stat(1, {}, { links: [] })], 'leads nowhere'],
    ['no judgement', [stat(1, {}, { thresholds: { steps: [steps[0]] } })], 'judges nothing'],
    ['nothing at all', [panel(11, {}, 0, 5)], 'opens with 0 panels'],
    ['too many', Array.from({ length: 9 }, (_, index) => stat(index)), 'opens with 9 panels'],
  ])('finds %s', (_, panels, fault) => {
    expect(faultsOf(dashboardFirstRow, panels)).toEqual([expect.stringContaining(fault)]);
  });
});
