import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf, variable } from '../fixtures.ts';
import { dashboardLinkContext } from './dashboard-link-context.ts';

const templating = { list: [variable('datasource', { type: 'datasource' }), variable('cluster')] };
const target = dashboard('cluster-status', { templating });
const linking = (url: string, list = [...templating.list, variable('service')]) =>
  problemsOf(dashboardLinkContext, [target, dashboard('from', { templating: { list }, panels: [panel(1, { fieldConfig: { defaults: { links: [{ title: 'More', url }] } } })] })]);

describe('dashboard-link-context', () => {
  it.each([
    ['/d/cluster-status?${__url_time_range}', 'drops $datasource, $cluster', 'append ${__all_variables}'],
    ['/d/cluster-status', 'drops $datasource, $cluster', 'append ${__all_variables}'],
    ['/d/cluster-status?var-cluster=${__field.labels.cluster:percentencode}', 'drops $datasource', 'append ${datasource:queryparam}'],
    ['/d/cluster-status?var-cluster=a&${__all_variables}', 'sets $cluster and hands on', 'do one of the two'],
    ['/d/cluster-status?${datasource:queryparam}&var-cluster=a&${cluster:queryparam}', 'sets $cluster and hands on', 'do one of the two'],
  ])('finds that %s %s', (url, what, fix) => {
    expect(linking(url)).toEqual([
      expect.objectContaining({ what: expect.stringContaining(what), fix: expect.stringContaining(fix), where: expect.objectContaining({ path: 'panel 1 (Panel 1) fieldConfig.defaults.links.0.url' }) }),
    ]);
  });

  it.each([
    '/d/cluster-status?${__url_time_range}&${__all_variables}',
    '/d/cluster-status?${__url_time_range}&var-cluster=${__field.labels.cluster:percentencode}&${datasource:queryparam}&${service:queryparam}',
    '/d/gone',
    '/d/${target}',
  ])('accepts %s', (url) => {
    expect(linking(url)).toEqual([]);
  });

  it('asks for nothing that only one of the two has', () => {
    expect(linking('/d/cluster-status', [variable('service')])).toEqual([]);
  });
});
