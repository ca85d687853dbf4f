import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { tempoCompactionErrors } = metrics;
const errors = (values: string) => ['0', '1'].map((pod) => samples(tempoCompactionErrors({ pod: `tempo-backend-worker-${pod}` }), values));

/** Retention runs in the same loop (document 8). The short window lets the alert end when the errors do. */
export const tempoCompactionFailing = alert({
  id: 'TempoCompactionFailing',
  area: 'meta',
  group: 'meta-retention',
  severity: 'warning',
  team: 'observability',
  service: 'tempo',
  threshold: { value: 2, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`
    sum(increase(${tempoCompactionErrors}[1h])) > ${threshold}
    and
    sum(increase(${tempoCompactionErrors}[5m])) > 0
  `,
  for: '30m',
  summary: 'Tempo\'s compaction fails: {{ $value | humanize }} errors in an hour',
  description: 'Tempo has failed to compact for 30 minutes. Blocks pile up and traces past their retention are kept.',
  panel: panelRef('platform-overview', 'retentionAge'),
  tests: [
    fires('a little more than two errors an hour in two workers', { series: errors('0+0.019x130'), quietAt: '70m', at: '90m', alerts: [{ labels: {}, value: 2.28 }] }),
    quiet('ten errors, all of them three quarters of an hour ago', { series: errors('0x39 0+1x10 10x80'), at: '95m' }),
    quiet('less than two errors an hour', { series: errors('0+0.015x130'), at: '120m' }),
  ],
});
