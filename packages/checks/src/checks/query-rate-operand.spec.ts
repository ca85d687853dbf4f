import { describe, expect, it } from '@jest/globals';
import { queryFaults, recordingRules } from '../fixtures.ts';
import { queryRateOperand } from './query-rate-operand.ts';

const recorded = recordingRules([{ record: 'job:requests:sum', expr: 'sum by (job) (http_requests_total)' }]);

describe('query-rate-operand', () => {
  it.each([
    ['rate(process_resident_memory_bytes[5m])', 'which is no counter'],
    ['increase(sum(http_requests_total)[5m:1m])', 'takes increase of an expression'],
    ['rate(job:requests:sum[5m])', 'of the recorded series job:requests:sum'],
    ['deriv(http_requests_total[5m])', 'takes deriv of the counter http_requests_total'],
  ])('finds %s', (query, fault) => {
    expect(queryFaults(queryRateOperand, query, [recorded])).toEqual([expect.stringContaining(fault)]);
  });

  it.each(['sum(rate(http_requests_total[5m]))', 'deriv(process_resident_memory_bytes[1h])', 'rate(metric_of_nobody[5m])', 'max_over_time(rate(http_requests_total[5m])[1h:1m])'])('accepts %s', (query) => {
    expect(queryFaults(queryRateOperand, query, [recorded])).toEqual([]);
  });
});
