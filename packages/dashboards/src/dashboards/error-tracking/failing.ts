import { labels, promql, seconds } from '@bud-o11y/model';
import { endpointErrors, endpointRequests, errorBudget, inferenceAvailability, inferenceErrors, serviceErrors } from '@bud-o11y/rules';
import { strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { failureRate } from '../../queries/panel-logs.ts';
import { chosen } from '../../selectors.ts';

const { endpoint, namespace, service } = chosen;
const size = [4, 4] as const;

const ratio = stat({
  id: 1,
  title: 'Error ratio (5m)',
  description: 'Share of inference requests that fail at the chosen endpoints. Orange misses the objective, red is where HighErrorRate fires.',
  size, unit: 'ratio', decimals: 2, thresholds: levels.errors,
  targets: [{ query: promql`sum(${endpointErrors({ endpoint })}) / (sum(${endpointRequests({ endpoint })}) > 0)`, legend: 'errors' }],
  links: [toDashboard('error-tracking', { panel: 'errorRatioByEndpoint', title: 'Error ratio by endpoint' })],
});

const rate = stat({
  id: 2,
  title: 'Errors/s',
  description: 'Inference requests that fail, per second.',
  size, unit: 'requests/s', noValue: '0',
  targets: [{ query: promql`sum(${endpointErrors({ endpoint })})`, legend: 'errors' }],
  links: [toDashboard('inference-metrics')],
});

const burn = stat({
  id: 3,
  title: 'Worst burn rate (1h)',
  description: 'How many times faster than allowed the worst endpoint spends its 30-day budget. 1x spends it in exactly 30 days.',
  size, unit: 'times', decimals: 1, thresholds: levels.burn,
  targets: [{ query: promql`max(${inferenceErrors.ratios['1h']({ endpoint })}) / ${inferenceAvailability.budget}`, legend: 'burn rate' }],
  links: [toDashboard('error-tracking', { panel: 'burnRate', title: 'Burn rate over time' })],
});

const serverErrors = stat({
  id: 4,
  title: 'HTTP 5xx/s',
  description: 'HTTP requests that the chosen services themselves fail.',
  size, unit: 'requests/s', noValue: '0',
  targets: [{ query: promql`sum(${serviceErrors({ namespace, service })})`, legend: '5xx' }],
  links: [toDashboard('platform-overview')],
});

const lines = stat({
  id: 5,
  title: 'Failure lines/s',
  description: 'Log lines of level error or critical of the chosen services.',
  size, unit: 'lines/s', noValue: '0',
  targets: [{ query: failureRate, legend: 'lines' }],
  links: [toDashboard('error-tracking', { panel: 'errorLinesByService', title: 'Lines by service' })],
});

const exhaustion = stat({
  id: 6,
  title: 'Budget lasts (worst)',
  description: 'How long the budget lasts at the pace of the last hour. Never more than 30 days, 0 when it is spent.',
  size, unit: 'seconds', thresholds: levels.exhaustion,
  targets: [{
    query: promql`
      min(
        clamp_min(${errorBudget({ slo: inferenceAvailability.id, endpoint })}, 0) * ${seconds(inferenceAvailability.window)}
        / ignoring (${labels(errorBudget, 'slo')})
        clamp_min(${inferenceErrors.ratios['1h']({ endpoint })} / ${inferenceAvailability.budget}, 1)
      )
    `,
    legend: 'left',
  }],
  links: [toDashboard('error-tracking', { panel: 'budgetRemaining', title: 'Budget by endpoint' })],
});

/** How bad it is, and how long the budget lasts. */
export const failing = strip(ratio, rate, burn, serverErrors, lines, exhaustion);
