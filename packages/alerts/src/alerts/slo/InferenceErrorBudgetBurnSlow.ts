import { panelRef } from '@bud-o11y/model';
import { inferenceAvailability } from '@bud-o11y/rules';
import { burnAlert } from '../../slo.ts';

/** 10% of the month's error budget in a day or in three, and still going on: a ticket, not a page. */
export const inferenceErrorBudgetBurnSlow = burnAlert({
  id: 'InferenceErrorBudgetBurnSlow',
  slo: inferenceAvailability,
  pace: 'ticket',
  example: { endpoint: 'chat' },
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of requests fail, the budget will not last',
  description: 'Endpoint {{ $labels.endpoint }} (objective 99.5% over 30 days) fails {{ $value | humanizePercentage }} of its requests: 10% of the month\'s budget in a day or in three days.',
  panel: panelRef('error-tracking', 'burnRate'),
  panelVariables: { endpoint: 'endpoint' },
});
