import { panelRef, slos } from '@bud-o11y/model';
import { errorRatio1d, errorRatio2h, errorRatio3d, errorRatio6h } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { burnCases } from '../../slo-cases.ts';
import { type BurnCondition, burnRates, isBurning } from '../../slo.ts';

const pairs: readonly [BurnCondition, BurnCondition] = [
  { long: errorRatio1d, short: errorRatio2h, factor: burnRates.day },
  { long: errorRatio3d, short: errorRatio6h, factor: burnRates.threeDays },
];

/** 10% of the month's error budget in a day or in three, and still going on: a ticket, not a page. */
export const inferenceErrorBudgetBurnSlow = alert({
  id: 'InferenceErrorBudgetBurnSlow',
  area: 'slo',
  group: 'slo-inference-availability',
  severity: 'warning',
  team: 'inference',
  service: 'inference',
  labels: { slo: slos.inferenceAvailability.id },
  expr: isBurning(slos.inferenceAvailability, ...pairs),
  for: '15m',
  summary: '{{ $labels.endpoint }}: the error budget will not last for the 30 days',
  description: 'Endpoint {{ $labels.endpoint }} (objective 99.5% over 30 days) fails {{ $value | humanizePercentage }} of its requests: 10% of the month\'s budget in a day or in three days.',
  panel: panelRef('error-tracking', 'burnRate'),
  panelVariables: { endpoint: 'endpoint' },
  tests: burnCases(slos.inferenceAvailability, pairs, 15),
});
