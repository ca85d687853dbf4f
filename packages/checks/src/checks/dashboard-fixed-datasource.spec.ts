import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel, target } from '../fixtures.ts';
import { dashboardFixedDatasource } from './dashboard-fixed-datasource.ts';

const by = (uid: string) => ({ type: 'prometheus', uid });

describe('dashboard-fixed-datasource', () => {
  it.each([
    ['a panel without one', panel(11), 'panel 11 (Panel 11): names no data source'],
    ['a panel with a fixed one', panel(11, { datasource: by('mimir') }), 'panel 11 (Panel 11): names the data source mimir itself'],
    ['a name from old times', panel(11, { datasource: 'Mimir' }), 'panel 11 (Panel 11): names the data source Mimir itself'],
    ['a query with a fixed one', panel(11, { datasource: by('$datasource'), targets: [target('up', { datasource: by('mimir') })] }), 'panel 11 (Panel 11) target A: names the data source mimir itself'],
  ])('finds %s', (_, json, fault) => {
    expect(faultsOf(dashboardFixedDatasource, [json])).toEqual([fault]);
  });

  it('accepts variables, Grafana\'s own sources, and queries that take their panel\'s', () => {
    const panels = [panel(11, { datasource: by('${datasource}'), targets: [target('up'), target('up', { datasource: undefined })] }), panel(12, { datasource: { uid: '-- Mixed --' } }), panel(1001, { type: 'row' })];
    expect(faultsOf(dashboardFixedDatasource, panels)).toEqual([]);
  });
});
