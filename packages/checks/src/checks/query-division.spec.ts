import { describe, expect, it } from '@jest/globals';
import { queryFaults } from '../fixtures.ts';
import { queryDivision } from './query-division.ts';

const requests = 'sum(rate(inference_requests_total[5m]))';

describe('query-division', () => {
  it.each([`max(${requests} / ${requests})`, `avg_over_time((${requests} / ${requests})[1h:1m])`, `${requests} / ${requests} < 0.9`])('finds %s', (query) => {
    expect(queryFaults(queryDivision, query)).toEqual([`divides by what can be 0: ${requests}`]);
  });

  it('finds one that is recorded', () => {
    expect(queryFaults(queryDivision, `${requests} / ${requests}`, [], 'a:b:c')).toHaveLength(1);
  });

  it.each([
    `max(${requests} / (${requests} > 0))`,
    `max(${requests} / clamp_min(${requests}, 1))`,
    `max(${requests} / 0.005)`,
    `${requests} / ${requests} > 0.05`,
    'max(process_resident_memory_bytes / node_memory_MemTotal_bytes)',
  ])('accepts %s', (query) => {
    expect(queryFaults(queryDivision, query)).toEqual([]);
  });
});
