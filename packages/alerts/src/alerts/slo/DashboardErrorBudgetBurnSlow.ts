import { panelRef } from '@bud-o11y/model';
import { dashboardAvailability } from '@bud-o11y/rules';
import { burnAlert } from '../../slo.ts';

/** 10% of the month's error budget in a day or in three, and still going on: a ticket, not a page. */
export const dashboardErrorBudgetBurnSlow = burnAlert({
  id: 'DashboardErrorBudgetBurnSlow',
  slo: dashboardAvailability,
  pace: 'ticket',
  example: { namespace: 'bud', service: 'budapp' },
  summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of requests end in 5xx, the budget will not last',
  description: 'The user interface in {{ $labels.namespace }} (objective 99.9% over 30 days) answers {{ $value | humanizePercentage }} of its requests with 5xx: 10% of the month\'s budget in a day or in three days.',
  panel: panelRef('platform-overview', 'serviceBurnRate'),
  panelVariables: { namespace: 'namespace', service: 'service' },
});
