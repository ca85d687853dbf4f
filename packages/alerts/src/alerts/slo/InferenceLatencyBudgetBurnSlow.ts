import { panelRef } from '@bud-o11y/model';
import { inferenceLatency } from '@bud-o11y/rules';
import { burnAlert } from '../../slo.ts';

/** 10% of the month's latency budget in a day or in three, and still going on: a ticket, not a page. */
export const inferenceLatencyBudgetBurnSlow = burnAlert({
  id: 'InferenceLatencyBudgetBurnSlow',
  slo: inferenceLatency,
  pace: 'ticket',
  example: { endpoint: 'chat' },
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of requests take over 5 s, the budget will not last',
  description: '{{ $value | humanizePercentage }} of the requests to endpoint {{ $labels.endpoint }} take longer than 5 s: 10% of the month\'s budget in a day or in three days.',
  panel: panelRef('inference-metrics', 'latencyQuantiles'),
  panelVariables: { endpoint: 'endpoint' },
});
