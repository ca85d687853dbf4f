import { describe, expect, it } from '@jest/globals';
import { queryFaults, recordingRules } from '../fixtures.ts';
import { queryBucketBoundary } from './query-bucket-boundary.ts';

const recorded = recordingRules([{ record: 'le:latency:rate5m', expr: 'sum by (le) (rate(inference_latency_seconds_bucket[5m]))' }]);
const found = (matcher: string, series = 'inference_latency_seconds_bucket') => queryFaults(queryBucketBoundary, `${series}{${matcher}}`, [recorded]);

describe('query-bucket-boundary', () => {
  it('finds a bucket that the histogram does not have, through a recording too', () => {
    expect(found('le="7"')).toEqual([expect.stringContaining('asks for the bucket le="7" of inference_latency_seconds_bucket, whose bounds are 0.05, 0.1')]);
    expect(found('le=~"7([.]0)?"', 'le:latency:rate5m')).toHaveLength(1);
  });

  it('finds one spelling of a whole number', () => {
    expect(found('le="5"')).toEqual(['finds the bucket 5 of inference_latency_seconds_bucket in one spelling only']);
  });

  it.each(['le=~"5([.]0)?"', 'le="0.5"', 'le="+Inf"', 'le=~"$bound"', 'le!="+Inf"', 'endpoint="5"'])('accepts %s', (matcher) => {
    expect(found(matcher)).toEqual([]);
  });

  it('says nothing of series without known buckets', () => {
    expect(found('le="7"', 'metric_of_nobody')).toEqual([]);
  });
});
