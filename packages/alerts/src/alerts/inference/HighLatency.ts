import { metrics, panelRef, promql } from '@bud-o11y/model';
import { latencyP99 } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';
import { withTraffic } from '../../traffic.ts';

const { inferenceLatency, inferenceRequests } = metrics;
const requests = (perMinute: number) => samples(inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'success' }), `0+${perMinute}x30`);
const upTo = (le: string, perMinute: number) => samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), `0+${perMinute}x30`);

/** Document 6.2. NaN (no traffic) compares as false, and the traffic guard keeps single slow requests from paging. */
export const highLatency = alert({
  id: 'HighLatency',
  area: 'inference',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'inference',
  service: 'inference',
  threshold: { value: 5, unit: 'seconds', comparison: '>' },
  expr: (threshold) => withTraffic(promql`${latencyP99} > ${threshold}`),
  for: '5m',
  keepFiringFor: '5m',
  summary: '{{ $labels.endpoint }}: p99 inference latency is {{ $value | humanizeDuration }}',
  description: 'The slowest 1% of the requests to endpoint {{ $labels.endpoint }} have taken longer than 5 s for 5 minutes.',
  panel: panelRef('inference-metrics', 'p99ByEndpoint'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('every request takes 5 to 6 seconds', {
      series: [requests(3.5), upTo('5.0', 0), upTo('6.0', 3.5), upTo('+Inf', 3.5)],
      quietAt: '5m', at: '11m', alerts: [{ labels: { endpoint: 'chat' }, value: 5.99 }],
    }),
    quiet('every request takes up to 5 seconds', { series: [requests(60), upTo('4.0', 0), upTo('5.0', 60), upTo('8.0', 60), upTo('+Inf', 60)], at: '12m' }),
    quiet('slow, but too few to judge, beside a busy endpoint', {
      series: [requests(2.5), upTo('5.0', 0), upTo('6.0', 2.5), upTo('+Inf', 2.5), samples(inferenceRequests({ endpoint: 'embed', model: 'bge', status: 'success' }), '0+60x30')], at: '14m',
    }),
  ],
});
