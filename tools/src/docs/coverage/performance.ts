import { type CoverageRow, sectionRows } from './row.ts';

const cardinality = sectionRows('9.1');
const volume = sectionRows('9.2');
const sampling = sectionRows('9.3');

const shipper = { artifact: 'rendered/helm-values/production/alloy.yaml', test: 'tools/src/real/alloy.spec.ts' };
const sampler = { artifact: 'rendered/helm-values/production/otel-sampler.yaml', test: 'tools/src/real/sampling.spec.ts' };

/** Section 9: performance. */
export const performanceRows: readonly CoverageRow[] = [
  cardinality.done('Avoid high-cardinality labels', { artifact: 'rendered/helm-values/production/prometheus.yaml', has: 'labeldrop', test: 'packages/helm-values/src/scrape/scrape.spec.ts', note: 'dropped at the scrape, whatever a program exposes; labels and samples of a target have limits' }),
  cardinality.done('Use recording rules', { artifact: 'rendered/rules/production/mimir/bud-recordings-platform.yaml', has: 'record:', test: 'packages/rules/src/index.spec.ts' }),
  cardinality.done('Set series limits', { artifact: 'rendered/alerts/production/mimir/meta-limits.yaml', has: 'MimirSeriesNearLimit', test: 'tools/src/real/alerts.spec.ts' }),
  volume.done('Sampling', { ...shipper, has: 'stage.sampling' }),
  volume.done('Rate limiting', { ...shipper, has: 'stage.limit' }),
  volume.done('Aggregation', { ...shipper, has: 'by_label_name = "app"', note: 'limited, not merged: ADR 0014 says what does the work of aggregation' }),
  volume.done('Retention', { artifact: 'rendered/helm-values/production/loki.yaml', has: 'retention_stream', test: 'packages/helm-values/src/retention.spec.ts' }),
  sampling.done('code block', { ...sampler, has: 'sampling_percentage: 10', note: 'as tail sampling in two tiers; the ratio 0.1 is a percentage there' }),
  sampling.done('code block: errors', { ...sampler, has: 'status_code' }),
  sampling.done('code block: slow requests', { ...sampler, has: 'threshold_ms: 2000' }),
];
