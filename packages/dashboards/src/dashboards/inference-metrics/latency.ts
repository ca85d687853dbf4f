import { labels, panelRef, promql, slos } from '@bud-o11y/model';
import { latencyBuckets, latencyP99, latencyQuantiles, slowRatio } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { exemplarStyle, inferenceExemplars } from '../../exemplars.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { heatmap } from '../../panels/heatmap.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { endpoint, model } = chosen;
const onward = [toDashboard('error-tracking', { variables: { endpoint: fieldLabel('endpoint') } }), ...signals.slowEndpoint];
const ofAll = [toDashboard('error-tracking'), ...signals.slowGateway];

const quantiles = timeseries({
  id: panelRef('inference-metrics', 'latencyQuantiles').id,
  title: 'Latency quantiles',
  description: 'p50, p95 and p99 of the slowest chosen endpoint. Dots are exemplars: they lead to a trace, if the sampler kept it.',
  size: [12, 8], unit: 'seconds', thresholds: levels.latency,
  targets: [
    { query: promql`max by (${labels(latencyQuantiles, 'quantile')}) (${latencyQuantiles({ endpoint })})`, legend: 'quantile {{quantile}}' },
    inferenceExemplars,
  ],
  fields: [exemplarStyle],
  links: ofAll,
});

const distribution = heatmap({
  id: 22,
  title: 'Latency distribution',
  description: 'Requests per second by how long they took. A second band is a second population: cold starts, or long prompts.',
  size: [12, 8], unit: 'requests/s', axis: 'seconds',
  targets: [{ query: promql`sum by (${labels(latencyBuckets, 'le')}) (${latencyBuckets({ endpoint, model })})`, legend: '{{le}}' }],
  links: ofAll,
});

const p99 = timeseries({
  id: panelRef('inference-metrics', 'p99ByEndpoint').id,
  title: 'p99 by endpoint',
  description: 'The slowest percent of each endpoint; the red line is where HighLatency fires.',
  size: [12, 8], unit: 'seconds', thresholds: levels.latency,
  targets: [{ query: promql`${latencyP99({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

const slow = timeseries({
  id: 24,
  title: 'Share slower than 5 s',
  description: `Requests that miss the latency objective. The red line is what ${slos.inferenceLatency.objective * 100}% allows.`,
  size: [12, 8], unit: 'ratio', thresholds: levels.slowShare,
  targets: [{ query: promql`${slowRatio({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

/** Requests are answered, in time or not. */
export const latency = row('Latency', quantiles, distribution, p99, slow);
