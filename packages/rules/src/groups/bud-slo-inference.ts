import { recordingGroup } from '../group.ts';
import { inferenceErrors, slowInference } from '../slos.ts';

/** The windows by which a fast burn is judged. Reads bud-recordings, so it lags by at most one interval. */
export const budSloInference = recordingGroup({
  name: 'bud-slo-inference',
  evaluator: 'mimir',
  interval: '1m',
  reads: '6h',
  series: [inferenceErrors, slowInference].flatMap(({ ratios }) => [ratios['30m'], ratios['1h'], ratios['6h']]),
});
