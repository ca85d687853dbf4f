import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirActiveSeries } = metrics;
const ingesters = (perMinute: number) => ['0', '1', '2'].map((pod) => samples(mimirActiveSeries({ pod: `mimir-ingester-${pod}`, user: 'anonymous' }), `300000+${perMinute}x500`));

/** The growth of a day, drawn on for a week. */
export const mimirSeriesGrowth = alert({
  id: 'MimirSeriesGrowth',
  area: 'meta',
  group: 'info-alerts',
  severity: 'info',
  team: 'observability',
  service: 'mimir',
  threshold: { value: ({ limits }) => limits.mimir.maxGlobalSeriesPerUser, unit: 'series', comparison: '>' },
  expr: (threshold, { environment }) => promql`predict_linear(sum(${mimirActiveSeries})[1d:15m], 7 * 86400) / ${environment.replicationFactor} > ${threshold}`,
  for: '6h',
  summary: 'At this growth Mimir reaches its series limit within 7 days',
  description: 'In 7 days Mimir would hold {{ $value | humanize }} series, more than max_global_series_per_user.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('30 000 series more every day', { series: ingesters(21), quietAt: '360m', at: '480m', alerts: [{ labels: {}, value: 300_000 + 21 * (480 + 10_080) }] }),
    quiet('11 520 series more every day', { series: ingesters(8), at: '480m' }),
  ],
});
