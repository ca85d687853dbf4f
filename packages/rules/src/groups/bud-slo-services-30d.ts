import { recordingGroup } from '../group.ts';
import { recordBy } from '../recording.ts';
import { dashboardAvailability, gatewayAvailability, httpErrors } from '../slos.ts';

/** As `errorBudget`, of the services that have an objective. */
export const serviceErrorBudget = recordBy({
  name: 'namespace_service_slo:slo_error_budget_remaining:ratio30d', unit: 'ratio', help: 'share of the 30-day error budget that is left',
  keeps: httpErrors.groupBy,
  label: 'slo',
  variants: { [dashboardAvailability.id]: dashboardAvailability.remaining, [gatewayAvailability.id]: gatewayAvailability.remaining },
});

export const budSloServices30d = recordingGroup({
  name: 'bud-slo-services-30d',
  evaluator: 'mimir',
  interval: '4m',
  reads: '30d',
  series: [httpErrors.ratios['30d'], serviceErrorBudget],
});
