import { type Query, labels, metrics, notMatching, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { lokiDiscardedSamples, mimirDiscardedSamples, tempoDiscardedSpans } = metrics;

/** Two Prometheis that scrape the same target send every sample twice; dropping one of them is what the distributor is for. */
const lost = mimirDiscardedSamples({ reason: notMatching('sample-duplicate-timestamp|new-value-for-timestamp') });

const byReason = labels(mimirDiscardedSamples, 'reason');
const mimir = promql`sum by (${byReason}) (rate(${lost}[5m])) > 0`;
const loki = promql`sum by (${byReason}) (rate(${lokiDiscardedSamples}[5m])) > 0`;
const tempo = promql`sum by (${byReason}) (rate(${tempoDiscardedSpans}[5m])) > 0`;
const mimirReason = (reason: string, perMinute: number, pod = 0) => samples(mimirDiscardedSamples({ reason, user: 'anonymous', pod: `mimir-distributor-${pod}` }), `0+${perMinute}x40`);
const mimirPods = (reason: string) => [mimirReason(reason, 12), mimirReason(reason, 12, 1)];
const others = [samples(lokiDiscardedSamples({ reason: 'rate_limited' }), '5x40'), samples(tempoDiscardedSpans({ reason: 'rate_limited' }), '5x40')];
const discarded: Query = promql`
  label_replace(${mimir}, "store", "mimir", "", "")
  or
  label_replace(${loki}, "store", "loki", "", "")
  or
  label_replace(${tempo}, "store", "tempo", "", "")
`;

/** What a backend refuses is gone: nobody sends it again. */
export const telemetryDiscarded = alert({
  id: 'TelemetryDiscarded',
  area: 'meta',
  group: 'meta-limits',
  severity: 'warning',
  team: 'observability',
  service: { label: 'store' },
  expr: discarded,
  for: '15m',
  summary: '{{ $labels.store }} discards {{ printf "%.1f" $value }}/s ({{ $labels.reason }})',
  description: 'For 15 minutes {{ $labels.store }} has refused telemetry for the reason {{ $labels.reason }}. It is lost.',
  panel: panelRef('platform-overview', 'discards'),
  tests: [
    fires('Mimir is at its series limit', {
      series: [...mimirPods('per_user_series_limit'), ...others], quietAt: '15m', at: '17m', alerts: [{ labels: { store: 'mimir', reason: 'per_user_series_limit' }, value: 0.4 }],
    }),
    fires('Loki and Tempo limit their rates, each on its own', {
      series: [samples(lokiDiscardedSamples({ reason: 'rate_limited' }), '0+60x40'), samples(tempoDiscardedSpans({ reason: 'rate_limited' }), '0+30x40'), mimirReason('rate_limited', 0)],
      at: '17m', alerts: [{ labels: { store: 'loki', reason: 'rate_limited' }, value: 1 }, { labels: { store: 'tempo', reason: 'rate_limited' }, value: 0.5 }],
    }),
    quiet('two Prometheus replicas send the same samples', { series: [...mimirPods('sample-duplicate-timestamp'), ...others], at: '30m' }),
  ],
});
