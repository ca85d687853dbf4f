import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { tempoLiveTraces } = metrics;
const live = (first: number, second: number) => [samples(tempoLiveTraces({ pod: 'tempo-live-store-0' }), `${first}x30`), samples(tempoLiveTraces({ pod: 'tempo-live-store-1' }), `${second}x30`)];

/** Document 5.1: `max_traces_per_user`, which each live store applies by itself. */
export const tempoLiveTracesNearLimit = alert({
  id: 'TempoLiveTracesNearLimit',
  area: 'meta',
  group: 'meta-limits',
  severity: 'warning',
  team: 'observability',
  service: 'tempo',
  threshold: { value: ({ limits }) => 0.8 * limits.tempo.maxTracesPerUser, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`max(${tempoLiveTraces}) > ${threshold}`,
  for: '10m',
  summary: 'A Tempo live store holds {{ $value | humanize }} traces',
  description: 'More than 80% of max_traces_per_user have been live in one store for 10 minutes. At the limit Tempo refuses the spans of new traces.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('one store holds 42 000 traces', { series: live(42_000, 10_000), quietAt: '9m', at: '11m', alerts: [{ labels: {}, value: 42_000 }] }),
    quiet('two stores hold 35 000 traces each', { series: live(35_000, 35_000), at: '25m' }),
    quiet('two stores hold 40 000 traces each', { series: live(40_000, 40_000), at: '25m' }),
  ],
});
