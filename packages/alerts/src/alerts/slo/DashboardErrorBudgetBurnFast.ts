import { metrics, panelRef } from '@bud-o11y/model';
import { dashboardAvailability } from '@bud-o11y/rules';
import { fires, quiet, samples } from '../../cases.ts';
import { burnAlert } from '../../slo.ts';

const requests = (status: string, perMinute: number) => samples(metrics.httpRequests({ namespace: 'bud', service: 'budapp', status }), `0+${perMinute}x90`);
const example = { namespace: 'bud', service: 'budapp' };

/** 2% of the month's error budget in an hour, or 5% in six hours, and still going on. */
export const dashboardErrorBudgetBurnFast = burnAlert({
  id: 'DashboardErrorBudgetBurnFast',
  slo: dashboardAvailability,
  pace: 'page',
  example,
  summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of requests end in 5xx, the 30-day budget burns',
  description: 'The user interface in {{ $labels.namespace }} (objective 99.9% over 30 days) answers {{ $value | humanizePercentage }} of its requests with 5xx: 2% of the month\'s budget in an hour, or 5% in six hours.',
  panel: panelRef('platform-overview', 'serviceBurnRate'),
  panelVariables: { namespace: 'namespace', service: 'service' },
  tests: [
    fires('one request in forty ends in 503', {
      series: [requests('200', 58.5), requests('503', 1.5)], quietAt: '2m', at: '80m', alerts: [{ labels: example, value: 0.025 }],
    }),
    quiet('one request in forty ends in 404, which is the caller\'s mistake', { series: [requests('200', 58.5), requests('404', 1.5)], at: '80m' }),
  ],
});
