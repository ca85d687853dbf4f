import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { lokiLastRetention } = metrics;
const lastRun = (values: string) => [samples(lokiLastRetention({ pod: 'loki-0' }), values), samples(lokiLastRetention({ pod: 'loki-1' }), '60x500')];

/** Document 8. Only one replica compacts, so the newest run of any counts; the others, and one that has not run yet, report 0. */
export const lokiRetentionStale = alert({
  id: 'LokiRetentionStale',
  area: 'meta',
  group: 'meta-retention',
  severity: 'warning',
  team: 'observability',
  service: 'loki',
  threshold: { value: 6 * 3_600, unit: 'seconds', comparison: '>' },
  expr: (threshold) => promql`time() - max(${lokiLastRetention} > 0) > ${threshold}`,
  for: '30m',
  summary: 'Loki has not applied its retention for {{ $value | humanizeDuration }}',
  description: 'Logs past their retention are kept: a cost and, for personal data, a breach of what was promised.',
  panel: panelRef('platform-overview', 'retentionAge'),
  tests: [
    fires('the last run was at the start', { series: lastRun('60x500'), quietAt: '391m', at: '393m', alerts: [{ labels: {}, value: 392 * 60 }] }),
    quiet('no replica has run yet', { series: [samples(lokiLastRetention({ pod: 'loki-0' }), '0x500'), samples(lokiLastRetention({ pod: 'loki-1' }), '0x500')], at: '480m' }),
    quiet('one replica of two applies it every minute', { series: lastRun('0+60x500'), at: '480m' }),
  ],
});
