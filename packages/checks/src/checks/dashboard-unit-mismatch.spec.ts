import { describe, expect, it } from '@jest/globals';
import { asking, faultsOf, recordingRules } from '../fixtures.ts';
import { dashboardUnitMismatch } from './dashboard-unit-mismatch.ts';

const recorded = recordingRules([{ record: 'endpoint:error:ratio', expr: 'sum by (endpoint) (rate(inference_requests_total{status="error"}[5m])) / sum by (endpoint) (rate(inference_requests_total[5m]))' }]);
const found = (unit: string, query: string, overrides: readonly object[] = []) => faultsOf(dashboardUnitMismatch, [asking([query], { fieldConfig: { defaults: { unit }, overrides } })], [recorded]);
const override = (id: string, options: string, unit: string) => ({ matcher: { id, options }, properties: [{ id: 'unit', value: unit }] });

describe('dashboard-unit-mismatch', () => {
  it.each([
    ['percent', 'endpoint:error:ratio', 'ratio'],
    ['s', 'inference_queue_depth', 'count'],
    ['short', 'sum(rate(inference_requests_total[$__rate_interval]))', 'requests/s'],
    ['ms', 'histogram_quantile(0.99, sum by (le) (rate(inference_latency_seconds_bucket[5m])))', 'seconds'],
    ['bytes', 'rate(process_cpu_seconds_total[5m])', 'cores'],
  ])('finds %s on %s', (unit, query, yields) => {
    expect(found(unit, query)).toEqual([expect.stringMatching(`^panel 11 \\(Panel 11\\) target A: shows ${unit}, and by the catalog the query yields ${yields}$`)]);
  });

  it.each([
    ['percentunit', 'endpoint:error:ratio{endpoint=~"$endpoint"}'],
    ['suffix: pods', 'count(process_cpu_seconds_total)'],
    ['s', 'time() - max(process_start_time_seconds)'],
    ['s', 'rate(inference_latency_seconds_sum[5m]) / rate(inference_latency_seconds_count[5m])'],
    ['anything', 'endpoint:error:ratio / 0.005'],
    ['anything', 'metric_of_nobody'],
  ])('accepts %s on %s', (unit, query) => {
    expect(found(unit, query)).toEqual([]);
  });

  it('reads the unit of the series where the panel gives them one of their own', () => {
    expect(found('short', 'endpoint:error:ratio', [override('byFrameRefID', 'A', 'percentunit')])).toEqual([]);
    expect(found('percentunit', 'endpoint:error:ratio', [override('byName', 'all', 's')])).toEqual([expect.stringContaining('shows s,')]);
    expect(found('short', 'endpoint:error:ratio', [override('byName', 'another', 'percentunit')])).toHaveLength(1);
    expect(found('short', 'endpoint:error:ratio', [override('byRegexp', 'a.*', 'percentunit')])).toEqual([]);
    expect(found('short', 'endpoint:error:ratio', [override('byRegexp', '(', 'percentunit')])).toHaveLength(1);
  });
});
