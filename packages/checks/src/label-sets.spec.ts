import { type Expression, promqlExpression } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { contextOf, recordingRules } from './fixtures.ts';
import { isSame } from './label-sets.ts';

const { labelsOf } = contextOf([recordingRules([
  { record: 'endpoint_slo:x:y', expr: 'sum by (endpoint) (up)', labels: { slo: 'a' } },
  { record: 'endpoint_slo:x:y', expr: 'sum by (endpoint) (pg_up)', labels: { slo: 'b' } },
  { record: 'two:ways:x', expr: 'sum by (a) (up)' },
  { record: 'two:ways:x', expr: 'sum by (b) (up)' },
])]);

const found = (text: string) => {
  const labels = labelsOf(promqlExpression(text) as Expression);
  return labels === undefined || labels === 'scalar' ? labels : [...labels].sort();
};

describe('labelsOf', () => {
  it.each<[string, readonly string[] | 'scalar' | undefined]>([
    ['sum by (a, b) (up)', ['a', 'b']],
    ['sum(up)', []],
    ['sum without (instance, job, namespace, pod) (up)', ['k8s_cluster', 'node', 'service']],
    ['topk(5, sum by (a) (up))', ['a']],
    ['endpoint_slo:x:y', ['endpoint', 'slo']],
    ['histogram_quantile(0.9, sum by (a, le) (up))', ['a']],
    ['sum by (a) (up) > 1', ['a']],
    ['2 * sum by (a) (up)', ['a']],
    ['sum by (a, b) (up) / on (a) group_left (c) sum by (a, c) (up)', ['a', 'b', 'c']],
    ['sum by (a) (up) / on (a) group_right sum by (a, c) (up)', ['a', 'c']],
    ['sum by (a, b) (up) / on (a) sum by (a, c) (up)', ['a']],
    ['sum by (a, b) (up) / ignoring (b) sum by (a) (up)', ['a']],
    ['sum by (a) (up) and on () up', ['a']],
    ['sum by (a) (up) or sum by (a) (pg_up)', ['a']],
    ['sum by (a) (up) or up', undefined],
    ['clamp_min(sum by (a) (up), 1)', ['a']],
    ['max_over_time(sum by (a) (up)[1h:1m])', ['a']],
    ['time() * 2', 'scalar'],
    ['scalar(up)', 'scalar'],
    ['absent(up)', undefined],
    ['label_replace(up, "a", "$1", "job", "(.*)")', undefined],
    ['count_values("a", up)', undefined],
    ['two:ways:x', undefined],
    ['metric_of_nobody', undefined],
  ])('of %s are %j', (text, labels) => {
    expect(found(text)).toEqual(labels);
  });
});

describe('isSame', () => {
  it('knows equal sets in any order, and nothing that is unknown', () => {
    expect(isSame(new Set(['a', 'b']), new Set(['b', 'a']))).toBe(true);
    expect(isSame(new Set(['a']), new Set(['b']))).toBe(false);
    expect(isSame('scalar', 'scalar')).toBe(true);
    expect(isSame('scalar', new Set())).toBe(false);
    expect(isSame(undefined, undefined)).toBe(false);
  });
});
