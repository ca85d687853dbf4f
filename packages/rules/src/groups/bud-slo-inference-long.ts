import { recordingGroup } from '../group.ts';
import { errorRatioOver, slowRatioOver } from '../windows.ts';

export const errorRatio2h = errorRatioOver('2h');
export const errorRatio1d = errorRatioOver('1d');
export const errorRatio3d = errorRatioOver('3d');
export const slowRatio2h = slowRatioOver('2h');
export const slowRatio1d = slowRatioOver('1d');
export const slowRatio3d = slowRatioOver('3d');

/** The windows by which a slow burn is judged. */
export const budSloInferenceLong = recordingGroup({
  name: 'bud-slo-inference-long',
  evaluator: 'mimir',
  interval: '2m',
  reads: '3d',
  series: [errorRatio2h, errorRatio1d, errorRatio3d, slowRatio2h, slowRatio1d, slowRatio3d],
});
