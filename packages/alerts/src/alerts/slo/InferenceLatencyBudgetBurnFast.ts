import { metrics, panelRef, slos } from '@bud-o11y/model';
import { slowRatio, slowRatio1h, slowRatio30m, slowRatio6h } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';
import { burnCases } from '../../slo-cases.ts';
import { type BurnCondition, burnRates, isBurning } from '../../slo.ts';

const { inferenceLatency } = metrics;
const bucket = (le: string, perMinute: number) => samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), `0+${perMinute}x90`);
const pairs: readonly [BurnCondition, BurnCondition] = [
  { long: slowRatio1h, short: slowRatio, factor: burnRates.hour },
  { long: slowRatio6h, short: slowRatio30m, factor: burnRates.sixHours },
];

/** 2% of the month's latency budget in an hour, or 5% in six hours, and still going on. */
export const inferenceLatencyBudgetBurnFast = alert({
  id: 'InferenceLatencyBudgetBurnFast',
  area: 'slo',
  group: 'slo-inference-latency',
  severity: 'critical',
  team: 'inference',
  service: 'inference',
  labels: { slo: slos.inferenceLatency.id },
  expr: isBurning(slos.inferenceLatency, ...pairs),
  for: '2m',
  summary: '{{ $labels.endpoint }}: too many requests are slower than 5 s',
  description: '{{ $value | humanizePercentage }} of the requests to endpoint {{ $labels.endpoint }} take longer than 5 s (objective: 99% within 5 s over 30 days).',
  panel: panelRef('inference-metrics', 'latencyQuantiles'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('one request in five is slow from the start', {
      series: [bucket('5.0', 48), bucket('10.0', 60), bucket('+Inf', 60)], quietAt: '2m', at: '80m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.2 }],
    }),
    quiet('one request in twenty is slow', { series: [bucket('5.0', 57), bucket('10.0', 60), bucket('+Inf', 60)], at: '80m' }),
    ...burnCases(slos.inferenceLatency, pairs, 2),
  ],
});
