import { labels, panelRef, promql } from '@bud-o11y/model';
import { type ServiceLevel, burns, dashboardAvailability, gatewayAvailability, httpErrors, serviceErrorBudget } from '@bud-o11y/rules';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { barGauge } from '../../panels/bar-gauge.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const shown = { namespace: chosen.namespace, service: chosen.service };
const onward = [toDashboard('error-tracking', { variables: { service: fieldLabel('service') } }), ...signals.service];
const [hour, sixHours] = burns.page;

function burnRate({ ratio, budget, service }: ServiceLevel, window: '1h' | '6h') {
  return { query: promql`max by (${labels(httpErrors.ratios[window], 'service')}) (${ratio(window)}) / ${budget}`, legend: `${service} ${window}` };
}

/** What is left of the promises that gateway and user interface make (decisions 16). */
export const budgets = barGauge({
  id: panelRef('platform-overview', 'serviceBudget').id,
  title: 'Error budget left by service',
  description: `What is left of the 30-day budgets of gateway and user interface (objective ${gatewayAvailability.objective * 100}%), least first. 0% is spent.`,
  size: [8, 8], unit: 'ratio', max: 1, thresholds: levels.budget,
  targets: [{ query: promql`sort(${serviceErrorBudget(shown)})`, legend: '{{service}}' }],
  links: onward,
});

/** How fast they are being broken. */
export const burn = timeseries({
  id: panelRef('platform-overview', 'serviceBurnRate').id,
  title: 'Burn rate by service',
  description: `How many times faster than allowed the budgets of gateway and user interface are spent. A page goes out at ${hour.factor}x over one hour or ${sixHours.factor}x over six, while it goes on.`,
  size: [16, 8], unit: 'times', thresholds: levels.burnPaces,
  targets: [burnRate(gatewayAvailability, '1h'), burnRate(gatewayAvailability, '6h'), burnRate(dashboardAvailability, '1h'), burnRate(dashboardAvailability, '6h')],
  links: onward,
});
