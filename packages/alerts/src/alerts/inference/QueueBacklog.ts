import { metrics, panelRef, promql } from '@bud-o11y/model';
import { queueDepth } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { inferenceQueueDepth } = metrics;
const replica = (instance: string, values: string) => samples(inferenceQueueDepth({ endpoint: 'chat', instance }), values);

/** Document 6.3. Summed over replicas: two replicas with 80 each hold 160 callers back, and neither exceeds 100. */
export const queueBacklog = alert({
  id: 'QueueBacklog',
  area: 'inference',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'inference',
  service: 'inference',
  threshold: { value: 100, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`${queueDepth} > ${threshold}`,
  for: '5m',
  keepFiringFor: '5m',
  summary: '{{ $labels.endpoint }}: {{ $value | humanize }} requests are queued',
  description: 'More than 100 requests have waited in the queue of endpoint {{ $labels.endpoint }} for 5 minutes. Latency follows, then time-outs.',
  panel: panelRef('inference-metrics', 'queueDepth'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('two replicas hold 60 requests each', {
      series: [replica('a:8000', '60x20'), replica('b:8000', '60x20')], quietAt: '4m', at: '6m', alerts: [{ labels: { endpoint: 'chat' }, value: 120 }],
    }),
    quiet('two replicas hold 50 requests each', { series: [replica('a:8000', '50x20'), replica('b:8000', '50x20')], at: '15m' }),
    quiet('two replicas hold 45 requests each', { series: [replica('a:8000', '45x20'), replica('b:8000', '45x20')], at: '15m' }),
  ],
});
