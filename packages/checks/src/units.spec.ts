import { type Expression, promqlExpression } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { contextOf, recordingRules } from './fixtures.ts';

const { unitOf } = contextOf([recordingRules([
  { record: 'endpoint:requests:rate5m', expr: 'sum by (endpoint) (rate(inference_requests_total[5m]))' },
  { record: 'endpoint:errors:rate5m', expr: 'sum by (endpoint) (rate(inference_requests_total{status="error"}[5m])) or endpoint:requests:rate5m * 0' },
  { record: 'endpoint_le:latency:rate5m', expr: 'sum by (endpoint, le) (rate(inference_latency_seconds_bucket[5m]))' },
  { record: 'two:ways:x', expr: 'process_resident_memory_bytes' },
  { record: 'two:ways:x', expr: 'up' },
  { record: 'read:by:itself', expr: 'read:by:itself + 1' },
])]);

describe('unitOf', () => {
  it.each<[string, string | undefined]>([
    ['inference_queue_depth', 'count'],
    ['inference_latency_seconds_sum', 'seconds'],
    ['inference_latency_seconds_bucket', 'count'],
    ['rate(http_requests_total{job="a"}[5m])', 'requests/s'],
    ['increase(http_requests_total[1h])', 'requests'],
    ['irate(process_cpu_seconds_total[5m])', 'cores'],
    ['deriv(process_resident_memory_bytes[1h])', 'bytes/s'],
    ['topk(5, max by (job) (process_resident_memory_bytes))', 'bytes'],
    ['sum(up)', 'count'],
    ['avg by (job) (up)', 'ratio'],
    ['avg_over_time(up[1d])', 'ratio'],
    ['count(up == 0) or vector(0)', 'count'],
    ['changes(process_start_time_seconds[1h])', 'count'],
    ['time() - process_start_time_seconds', 'seconds'],
    ['endpoint:errors:rate5m / (endpoint:requests:rate5m > 0)', 'ratio'],
    ['1 - sum(sum_over_time(endpoint:errors:rate5m[1h])) / sum(sum_over_time(endpoint:requests:rate5m[1h]))', 'ratio'],
    ['inference_queue_depth / endpoint:requests:rate5m', 'seconds'],
    ['histogram_quantile(0.9, sum by (le) (endpoint_le:latency:rate5m))', 'seconds'],
    ['quantile_over_time(0.9, process_resident_memory_bytes[1h])', 'bytes'],
    ['max_over_time(rate(http_requests_total[5m])[1h:1m])', 'requests/s'],
    ['up > bool 0', 'bool'],
    ['0 < process_resident_memory_bytes', 'bytes'],
    ['absent(up)', 'bool'],
    ['process_resident_memory_bytes and up', 'bytes'],
    ['process_resident_memory_bytes or up', undefined],
    ['rate(inference_queue_depth[5m]) * 3', undefined],
    ['endpoint:requests:rate5m / 0.005', undefined],
    ['two:ways:x', undefined],
    ['read:by:itself', undefined],
    ['metric_of_nobody', undefined],
    ['sqrt(process_resident_memory_bytes)', undefined],
  ])('of %s is %s', (text, unit) => {
    expect(unitOf(promqlExpression(text) as Expression)).toBe(unit);
  });
});
