import { describe, expect, it } from '@jest/globals';
import { faultsOf, logTarget, panel, target } from '../fixtures.ts';
import { queryManySeries } from './query-many-series.ts';

const found = (asked: object, type = 'timeseries') => faultsOf(queryManySeries, [panel(11, { type, targets: [asked] })]);

describe('query-many-series', () => {
  it.each([
    [target('sum by (pod) (rate(http_requests_total[5m]))'), 'pod'],
    [target('sum by (cluster, node) (cluster_gpu_utilization) > 0.5'), 'node'],
    [logTarget('sum by (user_id) (count_over_time({app="a"} | json [5m]))'), 'user_id'],
  ])('finds %j', (asked, label) => {
    expect(found(asked)).toEqual([`panel 11 (Panel 11) target A: draws a series for each ${label}`]);
    expect(found(asked, 'table')).toEqual([]);
  });

  it.each([
    target('topk(20, sum by (pod) (rate(http_requests_total[5m])))'),
    target('count(sum by (pod) (rate(http_requests_total[5m])))'),
    target('sum by (node) (process_resident_memory_bytes)'),
    logTarget('topk(20, sum by (user_id) (count_over_time({app="a"} | json [5m])))'),
    logTarget('sum by (event) (count_over_time({app="a"} | json [5m]))'),
    logTarget('count(sum by (user_id) (count_over_time({app="a"} | json [5m])))'),
  ])('accepts %j', (asked) => {
    expect(found(asked)).toEqual([]);
  });
});
