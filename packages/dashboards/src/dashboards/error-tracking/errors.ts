import { labels, macros, matching, panelRef, promql } from '@bud-o11y/model';
import { endpointErrors, errorRate, httpRates, requestRates } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { barGauge } from '../../panels/bar-gauge.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { endpoint, namespace, service } = chosen;
const onward = [toDashboard('inference-metrics', { variables: { endpoint: fieldLabel('endpoint') } }), ...signals.failingEndpoint];

const byEndpoint = timeseries({
  id: 11,
  title: 'Errors/s by endpoint',
  description: 'Inference requests that fail. An endpoint without errors is at 0, an idle one too.',
  size: [12, 8], unit: 'requests/s',
  targets: [{ query: promql`${endpointErrors({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

const ratioByEndpoint = timeseries({
  id: panelRef('error-tracking', 'errorRatioByEndpoint').id,
  title: 'Error ratio by endpoint',
  description: 'Share of the requests of each endpoint that fail. Orange is what the objective allows, red is where HighErrorRate fires.',
  size: [12, 8], unit: 'ratio', thresholds: levels.errors,
  targets: [{ query: promql`${errorRate({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

const byModel = barGauge({
  id: 13,
  title: 'Errors by model',
  description: 'Failed requests over the time shown, the ten models with most.',
  size: [12, 8], unit: 'requests', noValue: '0',
  targets: [{
    query: promql`topk(10, sum by (${labels(requestRates, 'model')}) (avg_over_time(${requestRates({ status: 'error', endpoint })}[${macros.range}])) * ${macros.rangeSeconds})`,
    legend: '{{model}}',
  }],
  links: [toDashboard('inference-metrics', { variables: { model: fieldLabel('model') } }), ...signals.model],
});

const byStatus = timeseries({
  id: 14,
  title: 'HTTP errors by status',
  description: '4xx are the caller\'s, 5xx are ours.',
  size: [12, 8], unit: 'requests/s', stack: 'normal', noValue: '0',
  targets: [{ query: promql`sum by (${labels(httpRates, 'status')}) (${httpRates({ status: matching('[45]..'), namespace, service })})`, legend: '{{status}}' }],
  fields: [{ match: { regex: '5..' }, colour: 'critical' }, { match: { regex: '4..' }, colour: 'warning' }],
  links: [toDashboard('platform-overview'), ...signals.chosenServices],
});

/** What is failing, and since when. */
export const errors = row('Errors', byEndpoint, ratioByEndpoint, byModel, byStatus);
