import { counter, gauge, histogram } from '../metric.ts';
import { closed, open, targetLabels } from '../labels.ts';

const method = closed('HTTP method', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
const status = open('numeric HTTP status', 20);

/** Service health metrics of document 3.2. */
export const httpRequests = counter({
  name: 'http_requests_total', unit: 'requests', help: 'Total HTTP requests', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, method, status },
});

export const httpRequestDuration = histogram({
  name: 'http_request_duration_seconds', unit: 'seconds', help: 'Request latency', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, method },
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export const processCpu = counter({
  name: 'process_cpu_seconds_total', unit: 'seconds', help: 'CPU usage: seconds of CPU time since the start of the process', provenance: 'document', source: 'document 3.2',
  labels: targetLabels,
});

export const processMemory = gauge({
  name: 'process_resident_memory_bytes', unit: 'bytes', help: 'Memory usage: resident set of the process', provenance: 'document', source: 'document 3.2',
  labels: targetLabels,
});

export const processStart = gauge({
  name: 'process_start_time_seconds', unit: 'timestamp', help: 'Unix time at which the process started', provenance: 'real', source: 'Prometheus client libraries',
  labels: targetLabels,
});

export const up = gauge({
  name: 'up', unit: 'bool', help: '1 when the last scrape of the target succeeded', provenance: 'real', source: 'Prometheus, document 6.2',
  labels: targetLabels,
});
