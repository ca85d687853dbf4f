import { keep, labels, matching, metrics, promql } from '@bud-o11y/model';
import { record, recordBy } from '../recording.ts';
import { recordingGroup } from '../group.ts';

const { inferenceLatency, inferenceQueueDepth, inferenceRequests, inferenceTokens } = metrics;

/** Base sums: the only rules that touch raw inference series. */
export const requestRates = record({
  name: 'endpoint_model_status:inference_requests:rate5m', unit: 'requests/s', help: 'inference requests by outcome',
  keeps: keep(inferenceRequests, 'endpoint', 'model', 'status'),
  expr: promql`sum by (${labels(inferenceRequests, 'endpoint', 'model', 'status')}) (rate(${inferenceRequests}[5m]))`,
});

export const latencyBuckets = record({
  name: 'endpoint_model_le:inference_latency_seconds_bucket:rate5m', unit: 'requests/s', help: 'inference latency distribution',
  keeps: keep(inferenceLatency.bucket, 'endpoint', 'model', 'le'),
  expr: promql`sum by (${labels(inferenceLatency.bucket, 'endpoint', 'model', 'le')}) (rate(${inferenceLatency.bucket}[5m]))`,
});

export const tokenRates = record({
  name: 'model_direction:inference_tokens:rate5m', unit: 'tokens/s', help: 'tokens by direction; tokens carry no endpoint',
  keeps: keep(inferenceTokens, 'model', 'direction'),
  expr: promql`sum by (${labels(inferenceTokens, 'model', 'direction')}) (rate(${inferenceTokens}[5m]))`,
});

export const queueDepth = record({
  name: 'endpoint:inference_queue_depth:sum', unit: 'count', help: 'queued requests over all replicas',
  keeps: keep(inferenceQueueDepth, 'endpoint'),
  expr: promql`sum by (${labels(inferenceQueueDepth, 'endpoint')}) (${inferenceQueueDepth})`,
});

/** Rate, errors and duration per endpoint. */
export const endpointRequests = record({
  name: 'endpoint:inference_requests:rate5m', unit: 'requests/s', help: 'inference requests',
  keeps: keep(requestRates, 'endpoint'),
  expr: promql`sum by (${labels(requestRates, 'endpoint')}) (${requestRates})`,
});

/** Zero-filled: an endpoint without errors has no error series, and its ratio must be 0 rather than absent. */
export const endpointErrors = record({
  name: 'endpoint:inference_errors:rate5m', unit: 'requests/s', help: 'failed inference requests, 0 when there are none',
  keeps: keep(requestRates, 'endpoint'),
  expr: promql`
    sum by (${labels(requestRates, 'endpoint')}) (${requestRates({ status: 'error' })})
    or
    0 * ${endpointRequests}
  `,
});

/** Idle endpoints are dropped: 0/0 would be NaN. */
export const errorRatio = record({
  name: 'endpoint:inference_errors:ratio_rate5m', unit: 'ratio', help: 'share of inference requests that fail',
  keeps: keep(endpointRequests, 'endpoint'),
  expr: promql`
    ${endpointErrors}
    /
    (${endpointRequests} > 0)
  `,
});

const quantile = (q: number) => promql`histogram_quantile(${q}, sum by (${labels(latencyBuckets, 'endpoint', 'le')}) (${latencyBuckets}))`;

export const latencyQuantiles = recordBy({
  name: 'endpoint_quantile:inference_latency_seconds:histogram_quantile5m', unit: 'seconds', help: 'inference latency quantile',
  keeps: keep(latencyBuckets, 'endpoint'),
  label: 'quantile',
  variants: { '0.99': quantile(0.99), '0.95': quantile(0.95), '0.5': quantile(0.5) },
});

/** Little's law: mean wait of a request that enters the queue now. */
export const queueWait = record({
  name: 'endpoint:inference_queue_wait_seconds:estimate5m', unit: 'seconds', help: 'estimated wait in the queue',
  keeps: keep(queueDepth, 'endpoint'),
  expr: promql`${queueDepth} / (${endpointRequests} > 0)`,
});

/** The document's three names (3.3): a published contract, one source of truth behind them. */
export const errorRate = record({
  name: 'inference:error_rate:5m', unit: 'ratio', help: 'inference error rate (document 3.3)',
  keeps: keep(errorRatio, 'endpoint'),
  expr: promql`${errorRatio}`,
});

export const latencyP99 = record({
  name: 'inference:latency_p99:5m', unit: 'seconds', help: 'P99 inference latency (document 3.3)',
  keeps: keep(latencyQuantiles, 'endpoint'),
  expr: promql`sum by (${labels(latencyQuantiles, 'endpoint')}) (${latencyQuantiles({ quantile: '0.99' })})`,
});

export const throughput = record({
  name: 'inference:throughput:5m', unit: 'requests/s', help: 'inference throughput (document 3.3)',
  keeps: keep(endpointRequests, 'endpoint'),
  expr: promql`${endpointRequests}`,
});

/** Latency against the 5 s objective; Prometheus 3 writes the bound as 5.0. */
export const latencyCount = record({
  name: 'endpoint:inference_latency_seconds_count:rate5m', unit: 'requests/s', help: 'inference requests with a latency',
  keeps: keep(latencyBuckets, 'endpoint'),
  expr: promql`sum by (${labels(latencyBuckets, 'endpoint')}) (${latencyBuckets({ le: '+Inf' })})`,
});

export const slowRequests = record({
  name: 'endpoint:inference_latency_slow:rate5m', unit: 'requests/s', help: 'inference requests slower than 5 s',
  keeps: keep(latencyBuckets, 'endpoint'),
  expr: promql`
    ${latencyCount}
    -
    sum by (${labels(latencyBuckets, 'endpoint')}) (${latencyBuckets({ le: matching('5([.]0)?') })})
  `,
});

export const slowRatio = record({
  name: 'endpoint:inference_latency_slow:ratio_rate5m', unit: 'ratio', help: 'share of inference requests slower than 5 s',
  keeps: keep(latencyCount, 'endpoint'),
  expr: promql`${slowRequests} / (${latencyCount} > 0)`,
});

/** The document's group (3.3). One group is evaluated in order, so nothing in it lags by an interval. */
export const budRecordings = recordingGroup({
  name: 'bud-recordings',
  evaluator: 'mimir',
  interval: '1m',
  reads: '5m',
  series: [
    requestRates, latencyBuckets, tokenRates, queueDepth, endpointRequests, endpointErrors, errorRatio, latencyQuantiles, queueWait,
    errorRate, latencyP99, throughput, latencyCount, slowRequests, slowRatio,
  ],
});
