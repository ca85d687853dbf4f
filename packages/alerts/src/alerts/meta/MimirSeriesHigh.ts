import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirActiveSeries } = metrics;
const ingesters = (each: number) => ['0', '1', '2'].map((pod) => samples(mimirActiveSeries({ pod: `mimir-ingester-${pod}`, user: 'anonymous' }), `${each}x60`));

/** Time to find the metric that grows, before MimirSeriesNearLimit pages. */
export const mimirSeriesHigh = alert({
  id: 'MimirSeriesHigh',
  area: 'meta',
  group: 'meta-limits',
  severity: 'warning',
  team: 'observability',
  service: 'mimir',
  threshold: { value: ({ limits }) => 0.8 * limits.mimir.maxGlobalSeriesPerUser, unit: 'series', comparison: '>' },
  expr: (threshold, { environment }) => promql`sum(${mimirActiveSeries}) / ${environment.replicationFactor} > ${threshold}`,
  for: '30m',
  summary: 'Mimir holds {{ $value | humanize }} series',
  description: 'More than 80% of max_global_series_per_user have been in use for 30 minutes.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('three copies of 410 000 series', { series: ingesters(410_000), quietAt: '29m', at: '31m', alerts: [{ labels: {}, value: 410_000 }] }),
    quiet('three copies of 400 000 series', { series: ingesters(400_000), at: '50m' }),
  ],
});
