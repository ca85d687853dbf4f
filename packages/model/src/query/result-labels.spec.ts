import { describe, expect, it } from '@jest/globals';
import { labelsWritten, resultLabels } from './result-labels.ts';

const known = new Map([['up', new Set(['job', 'instance'])], ['requests', new Set(['endpoint', 'status'])]]);
const labelsOf = (query: string) => {
  const labels = resultLabels(query, (name) => known.get(name));
  return labels === undefined ? undefined : [...labels].sort();
};

describe('resultLabels', () => {
  it.each<[string, string[] | undefined]>([
    ['sum by (endpoint) (rate(requests[5m]))', ['endpoint']],
    ['sum(rate(requests{status="(by) error"}[5m])) by (endpoint, status)', ['endpoint', 'status']],
    ['sum(requests)', []],
    ['sum by (endpoint) (requests) / sum by (status) (requests)', ['endpoint', 'status']],
    ['rate(up[5m])', ['instance', 'job']],
    ['up * on (job) group_left (team) sum by (job) (requests)', ['instance', 'job', 'team']],
    ['sum without (status) (requests)', ['endpoint', 'status']],
    ['sum(requests) without (status)', ['endpoint', 'status']],
    ['topk by (job) (5, sum by (endpoint) (requests))', ['endpoint']],
    ['histogram_quantile(0.99, sum by (le, endpoint) (unknown_bucket))', ['endpoint', 'le']],
    ['label_replace(sum by (job) (up), "service", "$1", "job", "(.*)")', ['job', 'service']],
    ['count_values by (job) ("version", up)', ['job', 'version']],
    ['vector(1)', []],
    ['sum(up) > 0.5 and 1e3 < inf offset 5m', []],
    ['sum by (app) (count_over_time({app=~".+"} |= `}` | json event="event" [5m]))', ['app']],
    ['absent(up{job="budapp", instance=~"a.*"})', ['job']],
    ['absent_over_time({app="budapp"} [15m])', ['app']],
    ['sum by (endpoint) (requests) > 1 and on (endpoint) requests > 2', ['endpoint']],
    ['(sum(up) unless (requests or up)) or sum by (job) (up)', ['job']],
    ['sum(up) and up or requests', ['endpoint', 'status']],
    ['unknown', undefined],
    ['sum(up) + unknown', undefined],
    ['{__name__="up"}', undefined],
  ])('%s', (query, expected) => {
    expect(labelsOf(query)).toEqual(expected);
  });
});

describe('labelsWritten', () => {
  it('collects what functions write, and nothing else', () => {
    expect([...labelsWritten('sum by (kind) (label_join(up{job="budapp"}, "kind", "-", "job")) + count_values("version", up)')].sort()).toEqual(['job', 'kind', 'version']);
    expect([...labelsWritten('count_values by (job) ("version", up{job="budapp"})')]).toEqual(['version']);
  });
});
