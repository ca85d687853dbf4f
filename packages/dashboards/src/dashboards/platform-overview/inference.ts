import { labels, promql, slos } from '@bud-o11y/model';
import { errorBudget, errorRate, latencyP99, queueDepth, throughput, tokenRates } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { rowField, toDashboard } from '../../links.ts';
import { joinBy, largest, table } from '../../panels/table.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { signals } from '../../signals.ts';

const traffic = timeseries({
  id: 21,
  title: 'Inference throughput',
  description: 'Requests on the left axis, tokens on the right: they part when prompts grow longer.',
  size: [12, 8], unit: 'requests/s', mean: true,
  targets: [
    { query: promql`sum(${throughput})`, legend: 'requests' },
    { query: promql`sum by (${labels(tokenRates, 'direction')}) (${tokenRates})`, legend: 'tokens {{direction}}' },
  ],
  fields: [
    { match: { name: 'requests' }, colour: 'neutral' },
    { match: { refId: 'B' }, unit: 'tokens/s', axis: 'right' },
    { match: { name: 'tokens input' }, colour: 'input' },
    { match: { name: 'tokens output' }, colour: 'output' },
  ],
  links: [toDashboard('inference-metrics'), ...signals.gateway],
});

const toEndpoint = [toDashboard('inference-metrics', { variables: { endpoint: rowField('endpoint') } }), toDashboard('error-tracking', { variables: { endpoint: rowField('endpoint') } })];

const worstEndpoints = table({
  id: 22,
  title: 'Worst endpoints now',
  description: 'Endpoints by error ratio, with what else is known of them; a cell takes the colour of the alert on its value.',
  size: [12, 8], unit: 'count', sortBy: 'Errors',
  targets: [
    { query: promql`topk(10, ${errorRate})`, legend: 'errors' },
    { query: promql`${latencyP99}`, legend: 'p99' },
    { query: promql`${throughput}`, legend: 'requests' },
    { query: promql`${queueDepth}`, legend: 'queue' },
    { query: promql`max by (${labels(errorBudget, 'endpoint')}) (${errorBudget({ slo: slos.inferenceAvailability.id })})`, legend: 'budget' },
  ],
  transformations: [...joinBy('endpoint', { A: 'Errors', B: 'p99', C: 'Requests/s', D: 'Queued', E: 'Budget left' }), ...largest(10, 'Errors')],
  fields: [
    { match: { name: 'endpoint' }, links: toEndpoint },
    { match: { name: 'Errors' }, unit: 'ratio', thresholds: levels.errors, cell: 'color-background' },
    { match: { name: 'p99' }, unit: 'seconds', thresholds: levels.latency, cell: 'color-background' },
    { match: { name: 'Requests/s' }, unit: 'requests/s' },
    { match: { name: 'Queued' }, unit: 'count', thresholds: levels.queue, cell: 'color-background' },
    { match: { name: 'Budget left' }, unit: 'ratio', thresholds: levels.budget, cell: 'color-background' },
  ],
});

/** What callers of the models see. */
export const inference = row('Inference', traffic, worstEndpoints);
