import { promql, slos } from '@bud-o11y/model';
import { endpointErrors, endpointRequests, latencyP99, latencyQuantiles, queueDepth, throughput, tokenRates } from '@bud-o11y/rules';
import { strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { chosen } from '../../selectors.ts';

const { endpoint, model } = chosen;
const size = [4, 4] as const;

const requests = stat({
  id: 1,
  title: 'Requests/s',
  description: 'Inference requests of the chosen endpoints. Traffic is neither good nor bad: compare with last week below.',
  size, unit: 'requests/s',
  targets: [{ query: promql`sum(${throughput({ endpoint })})`, legend: 'requests' }],
  links: [toDashboard('inference-metrics', { panel: 'requestsByEndpoint', title: 'Requests by endpoint' })],
});

const success = stat({
  id: 2,
  title: 'Success ratio (5m)',
  description: `Share of requests that succeed now. Objective ${slos.inferenceAvailability.objective * 100}% over 30 days; red where HighErrorRate fires.`,
  size, unit: 'ratio', decimals: 2, thresholds: levels.success,
  targets: [{ query: promql`1 - sum(${endpointErrors({ endpoint })}) / (sum(${endpointRequests({ endpoint })}) > 0)`, legend: 'success' }],
  links: [toDashboard('error-tracking')],
});

const p99 = stat({
  id: 3,
  title: 'p99',
  description: 'Slowest percent of the slowest chosen endpoint; red where HighLatency fires.',
  size, unit: 'seconds', thresholds: levels.latency,
  targets: [{ query: promql`max(${latencyP99({ endpoint })})`, legend: 'p99' }],
  links: [toDashboard('inference-metrics', { panel: 'p99ByEndpoint', title: 'p99 by endpoint' })],
});

const p50 = stat({
  id: 4,
  title: 'p50',
  description: 'What a typical caller of the slowest chosen endpoint waits.',
  size, unit: 'seconds', thresholds: levels.median,
  targets: [{ query: promql`max(${latencyQuantiles({ quantile: '0.5', endpoint })})`, legend: 'p50' }],
  links: [toDashboard('inference-metrics', { panel: 'latencyQuantiles', title: 'Latency quantiles' })],
});

const output = stat({
  id: 5,
  title: 'Output tokens/s',
  description: 'Tokens that the chosen models write. Not by endpoint: tokens carry none.',
  size, unit: 'tokens/s',
  targets: [{ query: promql`sum(${tokenRates({ direction: 'output', model })})`, legend: 'output' }],
  links: [toDashboard('resource-util')],
});

const queued = stat({
  id: 6,
  title: 'Longest queue',
  description: 'Requests that wait at the chosen endpoint with the most of them; red where QueueBacklog fires for it.',
  size, unit: 'count', thresholds: levels.queue,
  targets: [{ query: promql`max(${queueDepth({ endpoint })})`, legend: 'longest queue' }],
  links: [toDashboard('inference-metrics', { panel: 'queueDepth', title: 'Queue depth' })],
});

/** What callers get right now. */
export const callers = strip(requests, success, p99, p50, output, queued);
