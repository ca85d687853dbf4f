import { metrics, panelRef, promql } from '@bud-o11y/model';
import { latencyP99 } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';
import { withTraffic } from '../../traffic.ts';

const { inferenceLatency, inferenceRequests } = metrics;
const requests = (endpoint: string, perMinute: number) => samples(inferenceRequests({ endpoint, model: 'llama', status: 'success' }), `0+${perMinute}x30`);
const upTo = (le: string, perMinute: number) => samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), `0+${perMinute}x30`);

/** Requests to one endpoint beside a busy one; `fast` of its latencies are within 5 s, the others within 6 s. */
const slow = (perMinute: number, fast = 0, all = 3.5) => [requests('chat', perMinute), requests('embed', 60), upTo('4.0', 0), upTo('5.0', fast), upTo('6.0', all), upTo('+Inf', all)];

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
    fires('every request takes 5 to 6 seconds', { series: slow(3.5), quietAt: '9m', at: '11m', alerts: [{ labels: { endpoint: 'chat' }, value: 5.99 }] }),
    quiet('every request takes up to 5 seconds', { series: slow(3.5, 3.5), at: '12m' }),
    quiet('99 requests in a hundred take up to 5 seconds', { series: slow(3.5, 5_940, 6_000), at: '12m' }),
    quiet('as slow, but just too few to judge, beside a busy endpoint', { series: slow(3), at: '14m' }),
    quiet('as slow, but too few to judge, beside a busy endpoint', { series: slow(2.5), at: '14m' }),
  ],
});
