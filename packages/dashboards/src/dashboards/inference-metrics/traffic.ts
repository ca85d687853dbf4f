import { labels, panelRef, promql } from '@bud-o11y/model';
import { requestRates, throughput } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { endpoint, model } = chosen;

const byEndpoint = timeseries({
  id: panelRef('inference-metrics', 'requestsByEndpoint').id,
  title: 'Requests/s by endpoint',
  description: 'Each endpoint, and all of them a week ago: the same hour of the same day is the fair comparison.',
  size: [12, 8], unit: 'requests/s', mean: true,
  targets: [
    { query: promql`${throughput({ endpoint })}`, legend: '{{endpoint}}' },
    { query: promql`sum(${throughput({ endpoint })} offset 1w)`, legend: 'all, last week' },
  ],
  fields: [{ match: { refId: 'B' }, colour: 'past', dashed: true }],
  links: [toDashboard('error-tracking', { variables: { endpoint: fieldLabel('endpoint') } }), ...signals.endpoint],
});

const byModel = timeseries({
  id: 12,
  title: 'Requests/s by model',
  description: 'Which models the chosen endpoints serve.',
  size: [6, 8], unit: 'requests/s', mean: true,
  targets: [{ query: promql`sum by (${labels(requestRates, 'model')}) (${requestRates({ endpoint, model })})`, legend: '{{model}}' }],
  links: [toDashboard('inference-metrics', { variables: { model: fieldLabel('model') }, title: 'Only this model' }), ...signals.model],
});

const outcomes = timeseries({
  id: 13,
  title: 'Outcome share',
  description: 'Successes and failures as parts of all requests.',
  size: [6, 8], unit: 'requests/s', stack: 'percent',
  targets: [{ query: promql`sum by (${labels(requestRates, 'status')}) (${requestRates({ endpoint, model })})`, legend: '{{status}}' }],
  fields: [{ match: { name: 'success' }, colour: 'good' }, { match: { name: 'error' }, colour: 'critical' }],
  links: [toDashboard('error-tracking'), ...signals.gateway],
});

/** Requests arrive. */
export const traffic = row('Traffic', byEndpoint, byModel, outcomes);
