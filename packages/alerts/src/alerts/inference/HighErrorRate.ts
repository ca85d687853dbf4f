import { metrics, panelRef, promql } from '@bud-o11y/model';
import { errorRate } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';
import { withTraffic } from '../../traffic.ts';

const { inferenceRequests } = metrics;
const succeeded = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'success' });
const failed = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'error' });

/** Document 6.2. The recorded ratio is zero-filled, so an endpoint that has not failed yet counts as 0 and not as unknown. */
export const highErrorRate = alert({
  id: 'HighErrorRate',
  area: 'inference',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'inference',
  service: 'inference',
  threshold: { value: 0.05, unit: 'ratio', comparison: '>' },
  expr: (threshold) => withTraffic(promql`${errorRate} > ${threshold}`),
  for: '5m',
  keepFiringFor: '5m',
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of inference requests fail',
  description: 'More than 5% of the requests to endpoint {{ $labels.endpoint }} have failed for 5 minutes. Callers see errors now.',
  panel: panelRef('error-tracking', 'errorRatioByEndpoint'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('six requests in a hundred fail', {
      series: [samples(succeeded, '0+56.4x30'), samples(failed, '0+3.6x30')],
      quietAt: '5m', at: '8m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.06 }],
    }),
    quiet('one request in twenty fails', { series: [samples(succeeded, '0+57x30'), samples(failed, '0+3x30')], at: '12m' }),
    quiet('one request in twenty-five fails', { series: [samples(succeeded, '0+57.6x30'), samples(failed, '0+2.4x30')], at: '12m' }),
    fires('one request in ten fails, of barely enough to judge', {
      series: [samples(succeeded, '0+3.15x30'), samples(failed, '0+0.35x30')], at: '14m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.1 }],
    }),
    quiet('one request in ten fails, of too few to judge, beside a busy endpoint', {
      series: [samples(succeeded, '0+2.25x30'), samples(failed, '0+0.25x30'), samples(inferenceRequests({ endpoint: 'embed', model: 'bge', status: 'success' }), '0+60x30')], at: '14m',
    }),
    quiet('one request in three fails, of just too few to judge', { series: [samples(succeeded, '0+2x30'), samples(failed, '0+1x30')], at: '14m' }),
    quiet('no request has failed yet', { series: [samples(succeeded, '0+56.4x30')], at: '12m' }),
    fires('one endpoint fails, its neighbour does not', {
      series: [samples(succeeded, '0+30x30'), samples(failed, '0+30x30'), samples(inferenceRequests({ endpoint: 'embed', model: 'bge', status: 'success' }), '0+60x30')],
      at: '12m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.5 }],
    }),
  ],
});
