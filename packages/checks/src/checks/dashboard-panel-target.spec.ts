import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel, target } from '../fixtures.ts';
import { dashboardPanelTarget } from './dashboard-panel-target.ts';

describe('dashboard-panel-target', () => {
  it.each([
    ['no target', {}, 'asks no query'],
    ['a hidden one only', { targets: [target('up', { hide: true })] }, 'asks no query'],
    ['an empty one', { targets: [target('up'), target(' ', { refId: 'B' })] }, 'has an empty query'],
  ])('finds a panel with %s', (_, json, fault) => {
    expect(faultsOf(dashboardPanelTarget, [panel(11, json)])).toEqual([expect.stringContaining(fault)]);
  });

  it('accepts a query, and texts without one', () => {
    expect(faultsOf(dashboardPanelTarget, [panel(11, { targets: [target('up')] }), panel(12, { type: 'text' })])).toEqual([]);
  });
});
