import { describe, expect, it } from '@jest/globals';
import { bundleOf, recordingRules } from './fixtures.ts';
import { rulesOf } from './rule-use.ts';
import { seriesLabels } from './series-labels.ts';

const series = seriesLabels(rulesOf(bundleOf([recordingRules([
  { record: 'endpoint:requests:rate5m', expr: 'sum by (endpoint) (rate(inference_requests_total[5m]))' },
  { record: 'endpoint:requests:rate1h', expr: 'avg_over_time(endpoint:requests:rate5m[1h])' },
  { record: 'latency:quantile', expr: 'sum by (endpoint) (up)', labels: { quantile: '0.5' } },
  { record: 'latency:quantile', expr: 'sum by (model) (up)', labels: { quantile: '0.9' } },
  { record: 'itself', expr: 'itself offset 1m' },
])])));

describe('seriesLabels', () => {
  it.each<[string, string[] | undefined]>([
    ['endpoint:requests:rate5m', ['__name__', 'endpoint']],
    ['endpoint:requests:rate1h', ['__name__', 'endpoint']],
    ['latency:quantile', ['__name__', 'endpoint', 'model', 'quantile']],
    ['itself', undefined],
    ['nowhere', undefined],
  ])('derives the labels of %s', (name, expected) => {
    const labels = series.of(name);
    expect(labels === undefined ? undefined : [...labels].sort()).toEqual(expected);
  });

  it('gives buckets their bound', () => {
    expect(series.of('inference_latency_seconds_bucket')?.has('le')).toBe(true);
    expect(series.of('inference_latency_seconds_count')?.has('le')).toBe(false);
  });

  it('knows the catalog and the recordings by name', () => {
    expect(['up', 'itself', 'nowhere'].map((name) => series.has(name))).toEqual([true, true, false]);
  });
});
