import { describe, expect, it } from '@jest/globals';
import { faultsOf, logTarget, panel, target } from '../fixtures.ts';
import { dashboardTableQuery } from './dashboard-table-query.ts';

const rows = { instant: true, format: 'table' };
const found = (asked: object, type = 'table') => faultsOf(dashboardTableQuery, [panel(11, { type, targets: [asked] })]);

describe('dashboard-table-query', () => {
  it.each([
    ['a range', target('topk(20, up)', { format: 'table' }), 'asks for a range'],
    ['a curve', target('topk(20, up)', { instant: true }), 'asks for a range, or for no table'],
    ['every pod', target('sum by (pod) (rate(http_requests_total[5m]))', rows), 'more than 100 rows'],
    ['every event', logTarget('sum by (event) (count_over_time({app="a"} | json [$__range]))', { queryType: 'instant' }), 'more than 100 rows'],
    ['a range of logs', logTarget('topk(20, sum by (app) (count_over_time({app="a"}[$__range])))', { queryType: 'range' }), 'asks for a range'],
    ['every trace', { refId: 'A', datasource: { type: 'tempo' }, query: '{}' }, 'more than 100 rows'],
  ])('finds %s', (_, asked, fault) => {
    expect(found(asked)).toEqual([expect.stringContaining(fault)]);
    expect(found(asked, 'timeseries')).toEqual([]);
  });

  it.each([
    target('sort_desc(topk(20, sum by (pod) (rate(http_requests_total[5m]))))', rows),
    target('sum by (cluster) (cluster_node_count)', rows),
    target('time()', rows),
    logTarget('topk(20, sum by (event) (count_over_time({app="a"} | json [$__range])))', { queryType: 'instant' }),
    { refId: 'A', datasource: { type: 'tempo' }, query: '{}', limit: 20 },
  ])('accepts %j', (asked) => {
    expect(found(asked)).toEqual([]);
  });
});
