import { panelRef, slos } from '@bud-o11y/model';
import { slowRatio1d, slowRatio2h, slowRatio3d, slowRatio6h } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { burnCases } from '../../slo-cases.ts';
import { type BurnCondition, burnRates, isBurning } from '../../slo.ts';

const pairs: readonly [BurnCondition, BurnCondition] = [
  { long: slowRatio1d, short: slowRatio2h, factor: burnRates.day },
  { long: slowRatio3d, short: slowRatio6h, factor: burnRates.threeDays },
];

/** 10% of the month's latency budget in a day or in three, and still going on: a ticket, not a page. */
export const inferenceLatencyBudgetBurnSlow = alert({
  id: 'InferenceLatencyBudgetBurnSlow',
  area: 'slo',
  group: 'slo-inference-latency',
  severity: 'warning',
  team: 'inference',
  service: 'inference',
  labels: { slo: slos.inferenceLatency.id },
  expr: isBurning(slos.inferenceLatency, ...pairs),
  for: '15m',
  summary: '{{ $labels.endpoint }}: the latency budget will not last for the 30 days',
  description: '{{ $value | humanizePercentage }} of the requests to endpoint {{ $labels.endpoint }} take longer than 5 s: 10% of the month\'s budget in a day or in three days.',
  panel: panelRef('inference-metrics', 'latencyQuantiles'),
  panelVariables: { endpoint: 'endpoint' },
  tests: burnCases(slos.inferenceLatency, pairs, 15),
});
