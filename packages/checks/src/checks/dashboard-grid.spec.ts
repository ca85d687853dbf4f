import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf } from '../fixtures.ts';
import { dashboardGrid } from './dashboard-grid.ts';

const faults = (...panels: readonly object[]) => problemsOf(dashboardGrid, [dashboard('a', { panels })]);
const found = (...panels: readonly object[]) => faults(...panels).map(({ what }) => what.split(':')[0]);

describe('dashboard-grid', () => {
  it.each([
    ['too far right', panel(1, {}, 13)],
    ['left of the grid', panel(1, {}, -1)],
    ['without a place', panel(1, { gridPos: undefined })],
    ['without width', panel(1, { gridPos: { x: 0, y: 0, w: 0, h: 8 } })],
  ])('finds a panel %s', (_, wrong) => {
    expect(found(wrong)).toEqual(['does not fit into the 24 columns']);
  });

  it('says what its author writes, who does not write gridPos', () => {
    expect(faults(panel(1, {}, 13), panel(2), panel(3)).map(({ fix }) => fix)).toEqual([expect.stringContaining('`size`'), expect.stringContaining('`size`')]);
  });

  it('finds panels that overlap, in the dashboard and inside a collapsed row', () => {
    expect(found(panel(1), panel(2, {}, 11))).toEqual(['overlaps panel 1 (Panel 1)']);
    expect(found(panel(1, { type: 'row', panels: [panel(11, {}, 0, 9), panel(12, {}, 0, 10)] }))).toEqual(['overlaps panel 11 (Panel 11)']);
  });

  it('accepts neighbours, and a collapsed row whose panels lie where the next row is drawn', () => {
    expect(found(panel(1), panel(2, {}, 12), panel(3, {}, 0, 8))).toEqual([]);
    expect(found(panel(1, { type: 'row', gridPos: { x: 0, y: 0, w: 24, h: 1 }, panels: [panel(11, {}, 0, 1)] }), panel(2, {}, 0, 1))).toEqual([]);
  });
});
