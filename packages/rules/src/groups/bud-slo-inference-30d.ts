import { recordingGroup } from '../group.ts';
import { recordBy } from '../recording.ts';
import { inferenceAvailability, inferenceErrors, inferenceLatency, slowInference } from '../slos.ts';

/** 1 = untouched, 0 = spent, below 0 = overspent. */
export const errorBudget = recordBy({
  name: 'endpoint_slo:slo_error_budget_remaining:ratio30d', unit: 'ratio', help: 'share of the 30-day error budget that is left',
  keeps: inferenceErrors.groupBy,
  label: 'slo',
  variants: { [inferenceAvailability.id]: inferenceAvailability.remaining, [inferenceLatency.id]: inferenceLatency.remaining },
});

/** 4 m is the largest step that leaves no gap under the 5 m look-back; each evaluation reads 43 200 samples per endpoint. */
export const budSloInference30d = recordingGroup({
  name: 'bud-slo-inference-30d',
  evaluator: 'mimir',
  interval: '4m',
  reads: '30d',
  series: [inferenceErrors.ratios['30d'], slowInference.ratios['30d'], errorBudget],
});
