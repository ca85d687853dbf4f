import { metrics, panelRef, slos } from '@bud-o11y/model';
import { errorRatio, errorRatio1h, errorRatio30m, errorRatio6h } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';
import { burnCases } from '../../slo-cases.ts';
import { type BurnCondition, burnRates, isBurning } from '../../slo.ts';

const { inferenceRequests } = metrics;
const succeeded = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'success' });
const failed = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'error' });
const pairs: readonly [BurnCondition, BurnCondition] = [
  { long: errorRatio1h, short: errorRatio, factor: burnRates.hour },
  { long: errorRatio6h, short: errorRatio30m, factor: burnRates.sixHours },
];

/** 2% of the month's error budget in an hour, or 5% in six hours, and still going on. */
export const inferenceErrorBudgetBurnFast = alert({
  id: 'InferenceErrorBudgetBurnFast',
  area: 'slo',
  group: 'slo-inference-availability',
  severity: 'critical',
  team: 'inference',
  service: 'inference',
  labels: { slo: slos.inferenceAvailability.id },
  expr: isBurning(slos.inferenceAvailability, ...pairs),
  for: '2m',
  summary: '{{ $labels.endpoint }}: burns its 30-day error budget at a rate to be paged for',
  description: 'Endpoint {{ $labels.endpoint }} (objective 99.5% over 30 days) fails {{ $value | humanizePercentage }} of its requests: 2% of the month\'s budget in an hour, or 5% in six hours.',
  panel: panelRef('error-tracking', 'burnRate'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('one request in ten fails from the start', {
      series: [samples(succeeded, '0+54x90'), samples(failed, '0+6x90')], quietAt: '2m', at: '80m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.1 }],
    }),
    quiet('one request in fifty fails', { series: [samples(succeeded, '0+58.8x90'), samples(failed, '0+1.2x90')], at: '80m' }),
    ...burnCases(slos.inferenceAvailability, pairs, 2),
  ],
});
