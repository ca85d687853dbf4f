import { labels, panelRef, promql } from '@bud-o11y/model';
import { endpointRequests } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const step = '15m';
const rates = (values: string) => [samples(endpointRequests({ endpoint: 'chat' }), values), samples(endpointRequests({ endpoint: 'embed' }), '2x110')];

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
    and on (${labels(endpointRequests, 'endpoint')}) (${endpointRequests} offset 1d)
  `,
  for: '1h',
  summary: '{{ $labels.endpoint }} received no request for 24 hours',
  description: 'Endpoint {{ $labels.endpoint }} exports metrics and has served nothing for a day, while it holds its GPUs.',
  panel: panelRef('inference-metrics', 'requestsByEndpoint'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('an endpoint has not been called for a day', { step, series: rates('0.1x1 0x110'), quietAt: '1500m', at: '1515m', alerts: [{ labels: { endpoint: 'chat' }, value: 0 }] }),
    quiet('an endpoint is called once, at noon', { step, series: rates('0x45 0.1 0x60'), at: '1515m' }),
    quiet('an endpoint was deployed two hours ago', { step, series: rates('_x93 0x15'), at: '1515m' }),
    quiet('an idle endpoint was removed an hour after its idle day', { step, series: rates('0x97'), at: '1515m' }),
  ],
});
