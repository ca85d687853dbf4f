import { keep, promql, slos } from '@bud-o11y/model';
import { recordingGroup } from '../group.ts';
import { recordBy } from '../recording.ts';
import { errorRatioOver, slowRatioOver } from '../windows.ts';

export const errorRatio30d = errorRatioOver('30d');
export const slowRatio30d = slowRatioOver('30d');

const budget = (objective: number): number => Number((1 - objective).toFixed(6));

/** 1 = untouched, 0 = spent, below 0 = overspent. */
export const errorBudget = recordBy({
  name: 'endpoint_slo:slo_error_budget_remaining:ratio30d', unit: 'ratio', help: 'share of the 30-day error budget that is left',
  keeps: keep(errorRatio30d, 'endpoint'),
  label: 'slo',
  variants: {
    [slos.inferenceAvailability.id]: promql`1 - ${errorRatio30d} / ${budget(slos.inferenceAvailability.objective)}`,
    [slos.inferenceLatency.id]: promql`1 - ${slowRatio30d} / ${budget(slos.inferenceLatency.objective)}`,
  },
});

/** 4 m is the largest step that leaves no gap under the 5 m look-back; each evaluation reads 43 200 samples per endpoint. */
export const budSloInference30d = recordingGroup({
  name: 'bud-slo-inference-30d',
  evaluator: 'mimir',
  interval: '4m',
  reads: '30d',
  series: [errorRatio30d, slowRatio30d, errorBudget],
});
