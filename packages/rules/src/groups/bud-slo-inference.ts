import { recordingGroup } from '../group.ts';
import { errorRatioOver, slowRatioOver } from '../windows.ts';

export const errorRatio30m = errorRatioOver('30m');
export const errorRatio1h = errorRatioOver('1h');
export const errorRatio6h = errorRatioOver('6h');
export const slowRatio30m = slowRatioOver('30m');
export const slowRatio1h = slowRatioOver('1h');
export const slowRatio6h = slowRatioOver('6h');

/** The windows by which a fast burn is judged. Reads bud-recordings, so it lags by at most one interval. */
export const budSloInference = recordingGroup({
  name: 'bud-slo-inference',
  evaluator: 'mimir',
  interval: '1m',
  reads: '6h',
  series: [errorRatio30m, errorRatio1h, errorRatio6h, slowRatio30m, slowRatio1h, slowRatio6h],
});
