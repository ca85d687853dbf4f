import { describe, expect, it } from '@jest/globals';
import { queryFaults } from '../fixtures.ts';
import { queryCounter } from './query-counter.ts';

describe('query-counter', () => {
  it.each([
    ['sum(inference_requests_total)', 'inference_requests_total'],
    ['process_cpu_seconds_total > 0.8', 'process_cpu_seconds_total'],
    ['max_over_time(inference_latency_seconds_count[5m])', 'inference_latency_seconds_count'],
    ['histogram_quantile(0.9, inference_latency_seconds_bucket)', 'inference_latency_seconds_bucket'],
  ])('finds %s', (query, metric) => {
    expect(queryFaults(queryCounter, query)).toEqual([`reads the counter ${metric} by its value`]);
  });

  it.each(['rate(process_cpu_seconds_total[5m])', 'absent(inference_requests_total{job="a"})', 'count by (job) (http_requests_total)', 'process_resident_memory_bytes > 1', 'a:b:c'])('accepts %s', (query) => {
    expect(queryFaults(queryCounter, query)).toEqual([]);
  });

  it('accepts a bare selector where a variable looks its values up, and not in a rule', () => {
    expect(queryFaults(queryCounter, 'http_requests_total{job="a"}')).toEqual([]);
    expect(queryFaults(queryCounter, 'http_requests_total{job="a"}', [], 'a:b:c')).toHaveLength(1);
  });
});
