import { metrics, not, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirCompactionsFailed } = metrics;
const failed = (reason: 'error' | 'shutdown', second: string) => ['5x150 6x60', second].map((values, pod) => samples(mimirCompactionsFailed({ pod: `mimir-compactor-${pod}`, reason }), values));

/** One failed run is made up for by the next; a run that a restart ended is no failure. The two hours are the hold. */
export const mimirCompactionFailing = alert({
  id: 'MimirCompactionFailing',
  area: 'meta',
  group: 'meta-retention',
  severity: 'warning',
  team: 'observability',
  service: 'mimir',
  threshold: { value: 1.5, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`sum(increase(${mimirCompactionsFailed({ reason: not('shutdown') })}[2h])) > ${threshold}`,
  summary: 'Mimir\'s compactor failed {{ $value | humanize }} runs in 2 hours',
  description: 'Blocks that are not compacted pile up: queries become slow, then the store gateways run out of memory.',
  panel: panelRef('platform-overview', 'retentionAge'),
  tests: [
    fires('a run fails in each of two compactors', { series: failed('error', '5x150 6x60'), quietAt: '150m', at: '180m', alerts: [{ labels: {}, value: (2 * 120) / 119 }] }),
    quiet('one run fails', { series: failed('error', '5x210'), at: '180m' }),
    quiet('two runs are ended by restarts', { series: failed('shutdown', '5x150 6x60'), at: '180m' }),
  ],
});
