import { describe, expect, it } from '@jest/globals';
import { queryFaults, recordingRules } from '../fixtures.ts';
import { queryMeanOfQuantiles } from './query-mean-of-quantiles.ts';

const quantile = 'histogram_quantile(0.99, sum by (endpoint, le) (rate(inference_latency_seconds_bucket[5m])))';
const recorded = recordingRules([
  { record: 'endpoint_quantile:latency:p', expr: quantile, labels: { quantile: '0.99' } },
  { record: 'endpoint:error:ratio', expr: 'sum by (endpoint) (rate(inference_requests_total{status="error"}[5m])) / sum by (endpoint) (rate(inference_requests_total[5m]))' },
]);

describe('query-mean-of-quantiles', () => {
  it.each([
    [`avg(${quantile})`, 'takes avg of quantiles'],
    ['avg_over_time(endpoint_quantile:latency:p[1h])', 'takes avg_over_time of quantiles'],
    ['sum(max by (endpoint) (endpoint_quantile:latency:p))', 'takes sum of quantiles'],
    ['sum by (endpoint) (endpoint_quantile:latency:p)', 'takes sum of quantiles'],
    ['sum(endpoint:error:ratio)', 'takes sum of ratios'],
  ])('finds %s', (query, fault) => {
    expect(queryFaults(queryMeanOfQuantiles, query, [recorded])).toEqual([fault]);
  });

  it.each([
    'max(endpoint_quantile:latency:p)',
    'avg(endpoint:error:ratio)',
    'sum by (endpoint) (endpoint_quantile:latency:p{quantile="0.99"})',
    'sum(rate(inference_requests_total[5m]))',
  ])('accepts %s', (query) => {
    expect(queryFaults(queryMeanOfQuantiles, query, [recorded])).toEqual([]);
  });
});
