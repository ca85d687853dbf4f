import { describe, expect, it } from '@jest/globals';
import { queryFaults, recordingRules } from '../fixtures.ts';
import { queryVectorMatching } from './query-vector-matching.ts';

const recorded = recordingRules([{ record: 'endpoint_slo:budget:ratio', expr: 'sum by (endpoint) (rate(inference_requests_total[5m]))', labels: { slo: 'x' } }]);

describe('query-vector-matching', () => {
  it.each([
    ['process_resident_memory_bytes / sum by (node) (node_memory_MemTotal_bytes)', 'joins {job, instance, namespace, pod, node, service, k8s_cluster} with {node}'],
    ['sum by (a) (up) / sum(up)', 'joins {a} with {}'],
    ['sum by (endpoint) (inference_queue_depth) * endpoint_slo:budget:ratio', 'joins {endpoint} with {endpoint, slo}'],
    ['sum by (endpoint) (up) and on (cluster) sum by (cluster) (up)', 'joins on cluster, which the left side does not have'],
    ['sum by (a) (up) * ignoring (b) sum by (b, c) (up)', 'joins {a} with {c}'],
  ])('finds %s', (query, fault) => {
    expect(queryFaults(queryVectorMatching, query, [recorded])).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    'sum by (a) (up) / sum by (a) (up) > 0.5',
    'sum by (endpoint) (inference_queue_depth) * ignoring (slo) endpoint_slo:budget:ratio',
    'sum by (pod, node) (up) / on (node) group_left () sum by (node) (up)',
    'sum by (a) (up) or vector(0)',
    'histogram_quantile(0.9, sum by (le, a) (up)) and sum by (a) (up)',
    'metric_of_nobody / sum(up)',
    'topk(5, sum by (a) (up)) * sum by (a) (up)',
    'sum by (a) (up) * scalar(sum(up)) + time()',
  ])('accepts %s', (query) => {
    expect(queryFaults(queryVectorMatching, query, [recorded])).toEqual([]);
  });
});
