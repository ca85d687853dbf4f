import { labels, promql } from '@bud-o11y/model';
import { requestRates, tokenRates } from '@bud-o11y/rules';
import { collapsed } from '../../dashboard.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { model } = chosen;
const onlyModel = [toDashboard('inference-metrics', { variables: { model: fieldLabel('model') }, title: 'Only this model' }), ...signals.model];

const byDirection = timeseries({
  id: 51,
  title: 'Tokens/s by direction',
  description: 'Tokens read and written by the chosen models.',
  size: [8, 8], unit: 'tokens/s', mean: true,
  targets: [{ query: promql`sum by (${labels(tokenRates, 'direction')}) (${tokenRates({ model })})`, legend: '{{direction}}' }],
  fields: [{ match: { name: 'input' }, colour: 'input' }, { match: { name: 'output' }, colour: 'output' }],
  links: [toDashboard('resource-util'), ...signals.gateway],
});

const byModel = timeseries({
  id: 52,
  title: 'Output tokens/s by model',
  description: 'The ten models that write most at any moment.',
  size: [8, 8], unit: 'tokens/s', mean: true,
  targets: [{ query: promql`topk(10, sum by (${labels(tokenRates, 'model')}) (${tokenRates({ direction: 'output', model })}))`, legend: '{{model}}' }],
  links: onlyModel,
});

const perRequest = timeseries({
  id: 53,
  title: 'Output tokens per request',
  description: 'How long answers are. Of all endpoints of a model, since tokens carry no endpoint.',
  size: [8, 8], unit: 'tokens',
  targets: [{
    query: promql`
      sum by (${labels(tokenRates, 'model')}) (${tokenRates({ direction: 'output', model })})
      /
      (sum by (${labels(requestRates, 'model')}) (${requestRates({ model })}) > 0)
    `,
    legend: '{{model}}',
  }],
  links: onlyModel,
});

/** Requests yield tokens. */
export const tokens = collapsed('Tokens', byDirection, byModel, perRequest);
