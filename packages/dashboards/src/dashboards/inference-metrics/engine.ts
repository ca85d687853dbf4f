import { type Hole, labels, macros, metrics, promql } from '@bud-o11y/model';
import { packRow } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const {
  vllmBetweenTokens, vllmCacheUsage, vllmDecodeTime, vllmFinished, vllmFirstToken, vllmPreemptions, vllmPrefillTime, vllmPrefixHits, vllmPrefixQueries,
  vllmQueueTime, vllmRunning, vllmWaiting,
} = metrics;
const shown = { model_name: chosen.model };
const window = macros.rateInterval;
const links = [toDashboard('resource-util'), ...signals.gateway];
const size = [8, 8] as const;

const quantile = (q: number, bucket: typeof vllmFirstToken.bucket) =>
  promql`histogram_quantile(${q}, sum by (${labels(bucket, 'le')}) (rate(${bucket(shown)}[${window}])))`;
const mean = (sum: Hole, count: Hole) => promql`sum(rate(${sum}[${window}])) / (sum(rate(${count}[${window}])) > 0)`;

const firstToken = timeseries({
  id: 71,
  title: 'Time to first token',
  description: 'How long a caller waits until the answer begins.',
  size, unit: 'seconds', links,
  targets: [
    { query: quantile(0.5, vllmFirstToken.bucket), legend: 'p50' },
    { query: quantile(0.95, vllmFirstToken.bucket), legend: 'p95' },
    { query: quantile(0.99, vllmFirstToken.bucket), legend: 'p99' },
  ],
});

const betweenTokens = timeseries({
  id: 72,
  title: 'Time between tokens, p99',
  description: 'How evenly an answer flows. Spikes are long prompts that the engine reads in between.',
  size, unit: 'seconds', links,
  targets: [{ query: quantile(0.99, vllmBetweenTokens.bucket), legend: 'p99' }],
});

const phases = timeseries({
  id: 73,
  title: 'Where the time goes',
  description: 'Mean time of a request in the queue, on its prompt and on its answer. Much queue wants replicas; much prompt wants a prefix cache.',
  size, unit: 'seconds', stack: 'normal', links,
  targets: [
    { query: mean(vllmQueueTime.sum(shown), vllmQueueTime.count(shown)), legend: 'queue' },
    { query: mean(vllmPrefillTime.sum(shown), vllmPrefillTime.count(shown)), legend: 'prompt' },
    { query: mean(vllmDecodeTime.sum(shown), vllmDecodeTime.count(shown)), legend: 'answer' },
  ],
});

const cache = timeseries({
  id: 74,
  title: 'Key-value cache',
  description: 'Fullest engine of each model. When it is full, requests are thrown out of the batch and begin again.',
  size, unit: 'ratio', max: 1, thresholds: levels.cache, links,
  targets: [{ query: promql`max by (${labels(vllmCacheUsage, 'model_name')}) (${vllmCacheUsage(shown)})`, legend: '{{model_name}}' }],
});

const batch = timeseries({
  id: 75,
  title: 'Running and waiting',
  description: 'Requests in the batch, and those that wait for a place in it.',
  size, unit: 'count', links,
  targets: [{ query: promql`sum(${vllmRunning(shown)})`, legend: 'running' }, { query: promql`sum(${vllmWaiting(shown)})`, legend: 'waiting' }],
});

const prefixes = timeseries({
  id: 76,
  title: 'Prefix cache hits',
  description: 'Share of prompt tokens that were known already.',
  size, unit: 'ratio', max: 1, links,
  targets: [{ query: mean(vllmPrefixHits(shown), vllmPrefixQueries(shown)), legend: 'hits' }],
});

const preemptions = timeseries({
  id: 77,
  title: 'Preemptions',
  description: 'Requests thrown out of the batch for want of cache: their work is done twice.',
  size: [12, 8], unit: 'events/s', noValue: '0', thresholds: levels.never, links,
  targets: [{ query: promql`sum by (${labels(vllmPreemptions, 'model_name')}) (rate(${vllmPreemptions(shown)}[${window}]))`, legend: '{{model_name}}' }],
});

const endings = timeseries({
  id: 78,
  title: 'Why answers end',
  description: 'By themselves (stop), at the limit of their length (length), or because the caller went away (abort).',
  size: [12, 8], unit: 'requests/s', stack: 'percent', links,
  targets: [{ query: promql`sum by (${labels(vllmFinished, 'finished_reason')}) (rate(${vllmFinished(shown)}[${window}]))`, legend: '{{finished_reason}}' }],
});

/** The engine under the gateway. */
export const engine = packRow('vllm', 'Engine (vLLM)', firstToken, betweenTokens, phases, cache, batch, prefixes, preemptions, endings);
