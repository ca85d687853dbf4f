import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardMissingUnit } from './dashboard-missing-unit.ts';

describe('dashboard-missing-unit', () => {
  it('finds a panel without a unit, inside a collapsed row too', () => {
    const row = panel(1001, { type: 'row', panels: [panel(21)] });
    expect(faultsOf(dashboardMissingUnit, [panel(11), row])).toEqual(['panel 11 (Panel 11): has no unit', 'panel 21 (Panel 21): has no unit']);
  });

  it('accepts any unit', () => {
    expect(faultsOf(dashboardMissingUnit, [panel(11, { fieldConfig: { defaults: { unit: 'none' } } })])).toEqual([]);
  });
});
