import { counter, gauge, histogram } from '../metric.ts';
import { closed, open, targetLabels } from '../labels.ts';

const endpoint = open('inference endpoint (one deployment of a model)', 100);
const model = open('model name', 50);

/** Inference metrics of document 3.2. `status` is missing in its table and used by its own rule (3.3). */
export const inferenceRequests = counter({
  name: 'inference_requests_total', unit: 'requests', help: 'Inference request count', provenance: 'document', source: 'document 3.2 and 3.3',
  labels: { ...targetLabels, model, endpoint, status: closed('outcome of the request', 'success', 'error') },
});

/** Bounds around 5 s, the threshold of HighLatency, and well above it: otherwise the quantile saturates. */
export const inferenceLatency = histogram({
  name: 'inference_latency_seconds', unit: 'seconds', help: 'Inference latency', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, model, endpoint },
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 60],
});

export const inferenceTokens = counter({
  name: 'inference_tokens_total', unit: 'tokens', help: 'Token count; carries no endpoint', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, model, direction: closed('direction of the tokens', 'input', 'output') },
});

export const inferenceQueueDepth = gauge({
  name: 'inference_queue_depth', unit: 'count', help: 'Queue size, per replica', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, endpoint },
});
