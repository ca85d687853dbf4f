import { describe, expect, it } from '@jest/globals';
import { asking, faultsOf, recordingRules } from '../fixtures.ts';
import { dashboardStacking } from './dashboard-stacking.ts';

const recorded = recordingRules([{ record: 'endpoint:latency:p99', expr: 'histogram_quantile(0.99, sum by (endpoint, le) (rate(inference_latency_seconds_bucket[5m])))' }]);
const found = (query: string, mode = 'normal') => faultsOf(dashboardStacking, [asking([query], { fieldConfig: { defaults: { custom: { stacking: { mode } } } } })], [recorded]);

describe('dashboard-stacking', () => {
  it.each([
    ['max by (endpoint) (endpoint:latency:p99)', 'a quantile'],
    ['max by (job) (process_resident_memory_bytes)', 'the max of several series'],
    ['cluster_gpu_utilization', 'a ratio'],
  ])('finds %s', (query, fault) => {
    expect(found(query)).toEqual([expect.stringContaining(`is stacked, and is ${fault}`)]);
    expect(found(query, 'none')).toEqual([]);
  });

  it('accepts parts of a total', () => {
    expect(found('sum by (status) (rate(inference_requests_total[$__rate_interval]))', 'percent')).toEqual([]);
  });
});
