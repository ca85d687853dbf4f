import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirActiveSeries } = metrics;
const step = '15m';
const ingesters = (values: string) => ['0', '1', '2'].map((pod) => samples(mimirActiveSeries({ pod: `mimir-ingester-${pod}`, user: 'anonymous' }), values));

/** The growth of a day, drawn on for a week. A Mimir that is younger than the day grew from nothing, which says nothing. */
export const mimirSeriesGrowth = alert({
  id: 'MimirSeriesGrowth',
  area: 'meta',
  group: 'info-alerts',
  severity: 'info',
  team: 'observability',
  service: 'mimir',
  threshold: { value: ({ limits }) => limits.mimir.maxGlobalSeriesPerUser, unit: 'series', comparison: '>' },
  expr: (threshold, { environment }) => promql`
    predict_linear(sum(${mimirActiveSeries})[1d:15m], 7 * 86400) / ${environment.replicationFactor} > ${threshold}
    and
    sum(${mimirActiveSeries} offset 1d)
  `,
  for: '6h',
  summary: 'At this growth Mimir reaches its series limit within 7 days',
  description: 'In 7 days Mimir would hold {{ $value | humanize }} series, more than max_global_series_per_user.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('30 000 series more every day', { step, series: ingesters('300000+315x130'), quietAt: '1785m', at: '1800m', alerts: [{ labels: {}, value: 300_000 + 21 * (1_800 + 10_080) }] }),
    quiet('11 520 series more every day', { step, series: ingesters('300000+120x130'), at: '1800m' }),
    quiet('at the limit, and no growth', { step, series: ingesters('500000x130'), at: '1800m' }),
    quiet('no growth for a day after a jump', { step, series: ingesters('300000+3750x40 450000x110'), at: '2145m' }),
    quiet('a new Mimir takes over the series of the old one', { step, series: ingesters('_x97 0+30000x10 300000x40'), at: '1875m' }),
  ],
});
