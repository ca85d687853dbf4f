import { type CoverageRow, sectionRows } from './row.ts';

const cardinality = sectionRows('9.1');
const volume = sectionRows('9.2');
const sampling = sectionRows('9.3');

const shipper = { artifact: 'rendered/helm-values/production/alloy.yaml', test: 'packages/helm-values/src/config/alloy.spec.ts' };
const sampler = { artifact: 'rendered/helm-values/production/otel-sampler.yaml', test: 'packages/helm-values/src/config/otel-sampling.spec.ts' };

/** Section 9: performance. */
export const performanceRows: readonly CoverageRow[] = [
  cardinality.done('Avoid high-cardinality labels', { artifact: 'docs/generated/metric-catalog.md', has: 'endpoint', test: 'packages/model/src/catalog/catalog.spec.ts' }),
  cardinality.done('Use recording rules', { artifact: 'rendered/rules/production/mimir/bud-recordings-platform.yaml', has: 'record:', test: 'packages/rules/src/index.spec.ts' }),
  cardinality.done('Set series limits', { artifact: 'rendered/alerts/production/mimir/meta-limits.yaml', has: 'MimirSeriesNearLimit', test: 'tools/src/real/alerts.spec.ts' }),
  volume.done('Sampling', { ...shipper, has: 'stage.sampling' }),
  volume.done('Rate limiting', { ...shipper, has: 'stage.limit' }),
  volume.deferred('Aggregation', 'repetitive messages come with the issue on log volume: the current shipper has no stage that counts instead of keeping'),
  volume.done('Retention', { artifact: 'rendered/helm-values/production/loki.yaml', has: 'retention_stream', test: 'packages/helm-values/src/retention.spec.ts' }),
  sampling.done('code block', { ...sampler, has: 'tail_sampling' }),
  sampling.done('code block: errors', { ...sampler, has: 'status_code' }),
  sampling.done('code block: slow requests', { ...sampler, has: 'threshold_ms: 2000' }),
];
