import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { endpointRequests } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { inferenceRequests } = metrics;
const counted = (values: string, endpoint = 'chat') => samples(inferenceRequests({ endpoint, model: 'llama', status: 'success' }), values);
const busy = counted('0+60x1600', 'embed');

/** Only endpoints that were there a day ago: one that was deployed this morning has not been idle for a day. */
export const endpointIdle = alert({
  id: 'EndpointIdle',
  area: 'inference',
  group: 'info-alerts',
  severity: 'info',
  team: 'inference',
  service: 'inference',
  threshold: { value: 0, unit: 'requests/s', comparison: '==' },
  expr: (threshold) => promql`
    max_over_time(${endpointRequests}[1d]) == ${threshold}
    and on (${labels(endpointRequests, 'endpoint')}) ${endpointRequests}
    and on (${labels(endpointRequests, 'endpoint')}) ${endpointRequests} offset 1d
  `,
  for: '1h',
  summary: '{{ $labels.endpoint }} received no request for 24 hours',
  description: 'Endpoint {{ $labels.endpoint }} exports metrics and has served nothing for a day, while it holds its GPUs.',
  panel: panelRef('inference-metrics', 'requestsByEndpoint'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('an endpoint is not called for a day', { series: [counted('7x1600'), busy], quietAt: '1490m', at: '1510m', alerts: [{ labels: { endpoint: 'chat' }, value: 0 }] }),
    quiet('an endpoint is called once, at noon', { series: [counted('7x700 8x900'), busy], at: '1510m' }),
    quiet('an endpoint was deployed two hours ago', { series: [counted('_x1400 7x120'), busy], at: '1510m' }),
    quiet('an idle endpoint was removed an hour after its idle day', { series: [counted('7x1450'), busy], at: '1540m' }),
  ],
});
