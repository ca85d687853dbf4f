import { recordingGroup } from '../group.ts';
import { inferenceErrors, slowInference } from '../slos.ts';

/** The windows by which a slow burn is judged. */
export const budSloInferenceLong = recordingGroup({
  name: 'bud-slo-inference-long',
  evaluator: 'mimir',
  interval: '2m',
  reads: '3d',
  series: [inferenceErrors, slowInference].flatMap(({ ratios }) => [ratios['2h'], ratios['1d'], ratios['3d']]),
});
