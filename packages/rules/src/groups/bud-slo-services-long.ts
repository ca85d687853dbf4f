import { recordingGroup } from '../group.ts';
import { httpErrors } from '../slos.ts';

const { ratios } = httpErrors;

/** The windows by which a slow burn of a service's HTTP objective is judged. */
export const budSloServicesLong = recordingGroup({
  name: 'bud-slo-services-long',
  evaluator: 'mimir',
  interval: '2m',
  reads: '3d',
  series: [ratios['2h'], ratios['1d'], ratios['3d']],
});
