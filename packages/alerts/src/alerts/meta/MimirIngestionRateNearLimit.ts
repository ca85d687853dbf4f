import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirReceivedSamples } = metrics;
const received = (perSecond: number) => ['a', 'b'].map((pod) => samples(mimirReceivedSamples({ pod, user: 'anonymous' }), `0+${(perSecond / 2) * 60}x40`));

/** Document 3.1: `ingestion_rate`. Above it the distributors answer 429 and Prometheus falls behind. */
export const mimirIngestionRateNearLimit = alert({
  id: 'MimirIngestionRateNearLimit',
  area: 'meta',
  group: 'meta-limits',
  severity: 'warning',
  team: 'observability',
  service: 'mimir',
  threshold: { value: ({ limits }) => 0.8 * limits.mimir.ingestionRate, unit: 'samples/s', comparison: '>' },
  expr: (threshold) => promql`sum(rate(${mimirReceivedSamples}[5m])) > ${threshold}`,
  for: '10m',
  summary: 'Mimir takes in {{ $value | humanize }} samples/s',
  description: 'More than 80% of ingestion_rate has been used for 10 minutes. At the limit Mimir refuses samples and Prometheus falls behind.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('170 000 samples a second', { series: received(170_000), quietAt: '14m', at: '16m', alerts: [{ labels: {}, value: 170_000 }] }),
    quiet('160 000 samples a second', { series: received(160_000), at: '30m' }),
  ],
});
