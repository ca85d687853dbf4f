import { metrics, panelRef } from '@bud-o11y/model';
import { inferenceLatency } from '@bud-o11y/rules';
import { fires, quiet, samples } from '../../cases.ts';
import { burnAlert } from '../../slo.ts';

const bucket = (le: string, perMinute: number) => samples(metrics.inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), `0+${perMinute}x90`);

/** 2% of the month's latency budget in an hour, or 5% in six hours, and still going on. */
export const inferenceLatencyBudgetBurnFast = burnAlert({
  id: 'InferenceLatencyBudgetBurnFast',
  slo: inferenceLatency,
  pace: 'page',
  example: { endpoint: 'chat' },
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of requests take over 5 s, the 30-day budget burns',
  description: '{{ $value | humanizePercentage }} of the requests to endpoint {{ $labels.endpoint }} take longer than 5 s (objective: 99% within 5 s over 30 days).',
  panel: panelRef('inference-metrics', 'latencyQuantiles'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('one request in five is slow from the start', {
      series: [bucket('5.0', 48), bucket('10.0', 60), bucket('+Inf', 60)], quietAt: '2m', at: '80m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.2 }],
    }),
    quiet('one request in twenty is slow', { series: [bucket('5.0', 57), bucket('10.0', 60), bucket('+Inf', 60)], at: '80m' }),
  ],
});
