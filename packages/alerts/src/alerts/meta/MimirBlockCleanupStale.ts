import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirLastCleanup } = metrics;
const lastRun = (values: string) => [samples(mimirLastCleanup({ pod: 'mimir-compactor-0' }), values), samples(mimirLastCleanup({ pod: 'mimir-compactor-1' }), '60x500')];

/** Document 8. A compactor that has never succeeded reports 0 and so counts as stale, once the half hour is over. */
export const mimirBlockCleanupStale = alert({
  id: 'MimirBlockCleanupStale',
  area: 'meta',
  group: 'meta-retention',
  severity: 'warning',
  team: 'observability',
  service: 'mimir',
  threshold: { value: 6 * 3_600, unit: 'seconds', comparison: '>' },
  expr: (threshold) => promql`time() - max(${mimirLastCleanup}) > ${threshold}`,
  for: '30m',
  summary: 'Mimir has not enforced its retention for {{ $value | humanizeDuration }}',
  description: 'Blocks that are past their retention stay in the object store, which grows without bound.',
  panel: panelRef('platform-overview', 'retentionAge'),
  tests: [
    fires('the last clean-up was at the start', { series: lastRun('60x500'), quietAt: '391m', at: '393m', alerts: [{ labels: {}, value: 392 * 60 }] }),
    quiet('a clean-up every minute', { series: lastRun('0+60x500'), at: '480m' }),
  ],
});
