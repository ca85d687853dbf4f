import { describe, expect, it } from '@jest/globals';
import { faultsOf, logTarget, panel, target } from '../fixtures.ts';
import { dashboardLegend } from './dashboard-legend.ts';

const found = (asked: Readonly<Record<string, unknown>>) => faultsOf(dashboardLegend, [panel(11, { targets: [asked] })]);

describe('dashboard-legend', () => {
  it.each([
    ['none', target('up', { legendFormat: undefined }), 'has no legend'],
    ['Grafana\'s own', target('up', { legendFormat: '__auto' }), 'leaves its legend to Grafana'],
    ['a label that is summed away', target('sum by (endpoint) (rate(inference_requests_total[5m]))', { legendFormat: '{{ pod }}' }), 'names {{pod}} in its legend, and the query keeps endpoint'],
    ['a label of nothing', target('sum(up)', { legendFormat: '{{job}}' }), 'the query keeps no label'],
    ['a stream label that is summed away', logTarget('sum by (level) (count_over_time({app="a"}[$__auto]))', { legendFormat: '{{app}}' }), 'names {{app}}'],
  ])('finds %s', (_, asked, fault) => {
    expect(found(asked)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    target('sum by (endpoint) (rate(inference_requests_total[5m]))', { legendFormat: 'to {{endpoint}}' }),
    target('up', { legendFormat: '{{job}}' }),
    target('rate({job="a"}[5m])', { legendFormat: '{{whatever}}' }),
    logTarget('{app="a"}', { legendFormat: 'lines of {{app}}' }),
    { refId: 'A', datasource: { type: 'tempo' }, query: '{}' },
  ])('accepts %j', (asked) => {
    expect(found(asked)).toEqual([]);
  });
});
