import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirActiveSeries } = metrics;
const ingesters = (each: number) => ['0', '1', '2'].map((pod) => samples(mimirActiveSeries({ pod: `mimir-ingester-${pod}`, user: 'anonymous' }), `${each}x30`));

/** Document 3.1: `max_global_series_per_user`. Each series counts once for every copy that is kept of it. */
export const mimirSeriesNearLimit = alert({
  id: 'MimirSeriesNearLimit',
  area: 'meta',
  group: 'meta-limits',
  severity: 'critical',
  team: 'observability',
  service: 'mimir',
  threshold: { value: ({ limits }) => 0.95 * limits.mimir.maxGlobalSeriesPerUser, unit: 'series', comparison: '>' },
  expr: (threshold, { environment }) => promql`sum(${mimirActiveSeries}) / ${environment.replicationFactor} > ${threshold}`,
  for: '5m',
  summary: 'Mimir holds {{ $value | humanize }} series and is about to refuse new ones',
  description: 'More than 95% of max_global_series_per_user are in use for 5 minutes. At the limit Mimir drops every new series, those of new pods included.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('three copies of 480 000 series', { series: ingesters(480_000), quietAt: '4m', at: '6m', alerts: [{ labels: {}, value: 480_000 }] }),
    quiet('three copies of 475 000 series', { series: ingesters(475_000), at: '20m' }),
  ],
});
