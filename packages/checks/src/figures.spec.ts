import { environmentNamed, hole, promql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, asking, bundleOf, dashboard, panel } from './fixtures.ts';
import { dashboardFigures } from './figures.ts';

const shown = (value: number) => ({ datasource: { uid: '${datasource}' }, description: 'whether it is up', fieldConfig: { defaults: { unit: 'none', thresholds: { steps: [{ value: null }, { value }] } } } });
const query = promql`${hole('pg_up < 1')}`;
const annotations = { dashboard_url: 'https://grafana/d/a?viewPanel=panel-11' };
const bundle = bundleOf([
  alertRules([{ alert: 'Down', expr: 'pg_up < 1', annotations }, { alert: 'Elsewhere', expr: 'up < 1', annotations }], { queries: [{ at: 'rule 1', query }] }),
  dashboard('a', { panels: [asking(['pg_up'], { ...shown(1), links: [{ url: '/d/a' }, { url: '/d/gone' }] }), { ...asking(['pg_up'], shown(2)), id: 12 }, panel(13)] }, [{ at: 'panel 11', query: promql`${hole('pg_up')}` }]),
]);

describe('dashboardFigures', () => {
  it('counts what there is and what is as it should be', () => {
    expect(dashboardFigures(bundle, environmentNamed('dev'))).toEqual([
      { of: 'panels', count: 3, fulfilled: { title: 3, description: 2, unit: 2, 'data source by variable': 2 } },
      { of: 'panels on the series of an alert', count: 2, fulfilled: { 'its threshold': 1 } },
      { of: 'links between dashboards', count: 2, fulfilled: { 'a target that exists': 1 } },
      { of: 'alerts', count: 2, fulfilled: { 'a panel that shows their series': 1 } },
    ]);
  });
});
