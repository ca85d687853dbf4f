import { recordingGroup } from '../group.ts';
import { httpErrors } from '../slos.ts';

const { ratios } = httpErrors;

/** The windows by which a fast burn of a service's HTTP objective is judged. Reads bud-recordings-platform, so it lags by at most one interval. */
export const budSloServices = recordingGroup({
  name: 'bud-slo-services',
  evaluator: 'mimir',
  interval: '1m',
  reads: '6h',
  series: [ratios['30m'], ratios['1h'], ratios['6h']],
});
