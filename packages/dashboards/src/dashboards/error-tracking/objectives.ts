import { type Hole, panelRef, promql } from '@bud-o11y/model';
import { burns, errorBudget, inferenceAvailability, inferenceErrors } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { barGauge } from '../../panels/bar-gauge.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { endpoint } = chosen;
const onward = [toDashboard('inference-metrics', { variables: { endpoint: fieldLabel('endpoint') } }), ...signals.failingEndpoint];
const { ratios } = inferenceErrors;
const [hour, sixHours] = burns.page;
const budget = errorBudget({ slo: inferenceAvailability.id, endpoint });
const burnRate = (ratio: Hole) => promql`max(${ratio}) / ${inferenceAvailability.budget}`;

const remaining = barGauge({
  id: panelRef('error-tracking', 'budgetRemaining').id,
  title: 'Budget remaining',
  description: `What is left of each endpoint's 30-day budget (objective ${inferenceAvailability.objective * 100}%), least first. 0% is spent.`,
  size: [8, 8], unit: 'ratio', max: 1, thresholds: levels.budget,
  targets: [{ query: promql`sort(${budget})`, legend: '{{endpoint}}' }],
  links: onward,
});

const burn = timeseries({
  id: panelRef('error-tracking', 'burnRate').id,
  title: 'Burn rate',
  description: `Worst endpoint, over four windows. 1x spends exactly the budget in 30 days; a page goes out at ${hour.factor}x over one hour or ${sixHours.factor}x over six, while it goes on.`,
  size: [16, 8], unit: 'times', thresholds: levels.burnPaces,
  targets: [
    { query: burnRate(ratios['5m']({ endpoint })), legend: '5m' },
    { query: burnRate(ratios['1h']({ endpoint })), legend: '1h' },
    { query: burnRate(ratios['6h']({ endpoint })), legend: '6h' },
    { query: burnRate(ratios['3d']({ endpoint })), legend: '3d' },
  ],
  links: [toDashboard('inference-metrics'), ...signals.gateway],
});

const overTime = timeseries({
  id: 32,
  title: 'Budget over 30 days',
  description: 'What was left of each endpoint\'s budget. A cliff is an incident, a slope is a habit; a budget spent twice over leaves the chart.',
  size: [24, 6], unit: 'ratio', min: -1, max: 1, thresholds: levels.budget, timeFrom: '30d',
  targets: [{ query: promql`${budget}`, legend: '{{endpoint}}' }],
  links: onward,
});

/** Whether the promise holds. */
export const objectives = row('Objectives', remaining, burn, overTime);
