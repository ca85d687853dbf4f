import { describe, expect, it } from '@jest/globals';
import { queryFaults } from '../fixtures.ts';
import { queryHistogramQuantile } from './query-histogram-quantile.ts';

describe('query-histogram-quantile', () => {
  it.each([
    ['histogram_quantile(99, sum by (le) (rate(inference_latency_seconds_bucket[5m])))', 'asks for the quantile 99'],
    ['histogram_quantile(0.99, sum by (endpoint) (rate(inference_latency_seconds_bucket[5m])))', 'has no `le` left'],
    ['histogram_quantile(0.99, sum(rate(inference_latency_seconds_bucket[5m])))', 'has no `le` left'],
    ['histogram_quantile(0.99, sum by (le) (inference_latency_seconds_bucket))', 'since its processes began'],
  ])('finds %s', (query, fault) => {
    expect(queryFaults(queryHistogramQuantile, query)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    'histogram_quantile(0.99, sum by (le, endpoint) (rate(inference_latency_seconds_bucket[5m])))',
    'histogram_quantile($quantile, rate(inference_latency_seconds_bucket[5m]))',
    'histogram_quantile(0.5, something:recorded:rate5m)',
    'quantile(99, up)',
  ])('accepts %s', (query) => {
    expect(queryFaults(queryHistogramQuantile, query)).toEqual([]);
  });
});
