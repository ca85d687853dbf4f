import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardTooltip } from './dashboard-tooltip.ts';

const chart = (tooltip: object, custom: object = {}) => panel(11, { options: { tooltip }, fieldConfig: { defaults: { custom } } });
const all = { mode: 'multi', sort: 'desc' };

describe('dashboard-tooltip', () => {
  it.each([
    ['a tooltip of one series', [chart({ mode: 'single' })], 1, 'does not list all series'],
    ['one in no order', [chart({ mode: 'multi', sort: 'none' })], 1, 'does not list all series'],
    ['lines over gaps', [chart(all, { spanNulls: true })], 1, 'draws lines over gaps'],
    ['no crosshair', [], 0, 'shares no crosshair'],
  ])('finds %s', (_, panels, graphTooltip, fault) => {
    expect(faultsOf(dashboardTooltip, panels, [], { graphTooltip })).toEqual([expect.stringContaining(fault)]);
  });

  it('accepts house style, and asks it of charts only', () => {
    expect(faultsOf(dashboardTooltip, [chart(all, { spanNulls: false }), panel(12, { type: 'stat' })], [], { graphTooltip: 1 })).toEqual([]);
  });
});
