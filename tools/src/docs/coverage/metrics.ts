import { type CoverageRow, sectionRows } from './row.ts';

const configuration = sectionRows('3.1');
const key = sectionRows('3.2');
const recording = sectionRows('3.3');

const catalog = { artifact: 'docs/generated/metric-catalog.md', test: 'packages/model/src/catalog/catalog.spec.ts' };
const rules = { artifact: 'rendered/rules/production/mimir/bud-recordings.yaml', test: 'packages/rules/src/index.spec.ts' };

const documented = [
  'http_requests_total', 'http_request_duration_seconds', 'process_cpu_seconds_total', 'process_resident_memory_bytes',
  'inference_requests_total', 'inference_latency_seconds', 'inference_tokens_total', 'inference_queue_depth',
  'cluster_node_count', 'cluster_gpu_available', 'cluster_gpu_utilization', 'cluster_status',
];

const notes: Readonly<Record<string, string>> = {
  inference_requests_total: 'with the label status, which rule 3.3 needs and the table leaves out',
  inference_latency_seconds: 'a classic histogram, with the bound of the 5 s objective',
  cluster_gpu_utilization: 'a ratio, 0 to 1',
  cluster_status: '1 = ready',
};

/** Section 3: metrics. */
export const metricsRows: readonly CoverageRow[] = [
  configuration.done('code block', {
    artifact: 'rendered/helm-values/production/mimir.yaml', has: 'max_global_series_per_user: 500000', test: 'packages/helm-values/src/config/backends.spec.ts',
    note: 'in the form of the current chart: microservices instead of `target: all`, the endpoint from the environment',
  }),
  ...documented.map((name) => key.done(name, { ...catalog, has: `\`${name}\``, ...(notes[name] === undefined ? {} : { note: notes[name] }) })),
  recording.done('code block', { ...rules, has: 'name: bud-recordings' }),
  ...['inference:error_rate:5m', 'inference:latency_p99:5m', 'inference:throughput:5m'].map((name) => recording.done(`code block: ${name}`, { ...rules, has: `record: ${name}` })),
];
