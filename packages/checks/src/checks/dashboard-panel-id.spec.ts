import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardPanelId } from './dashboard-panel-id.ts';

const header = (id: number, ...panels: readonly object[]) => panel(id, { type: 'row', panels });
const found = (...panels: readonly Readonly<Record<string, unknown>>[]) => faultsOf(dashboardPanelId, panels).map((fault) => fault.split(' (')[0]);

describe('dashboard-panel-id', () => {
  it('accepts rows of tens, one of them left out, and collapsed ones', () => {
    expect(found(panel(1), panel(2), header(1001), panel(11), panel(12), header(1003), panel(30), panel(34), header(1004, panel(41), panel(43)), header(1005, panel(51)))).toEqual([]);
  });

  it.each([
    ['a panel of another row', [panel(1), panel(11)], 'panel 11'],
    ['a row out of order', [panel(1), header(1002), panel(21), header(1001), panel(11)], 'panel 11'],
    ['a number from an editor', [panel(1), header(1001, panel(11), panel(173))], 'panel 173'],
    ['a header among the panels', [panel(1), header(10), panel(11)], 'panel 10'],
    ['the first of its row, and not those after it', [panel(1), header(1007), panel(71), panel(12), panel(13), header(1002), panel(21)], 'panel 71'],
    ['one of two, the one that is further off', [panel(1), header(1001), panel(71), panel(12)], 'panel 71'],
    ['no id', [panel(1), panel(2, { id: undefined })], 'panel without id'],
  ] as const)('finds %s', (_, panels, at) => {
    expect(found(...panels)).toEqual([at]);
  });
});
