import { type CoverageRow, sectionRows } from './row.ts';

const { done } = sectionRows('8');
const values = 'rendered/helm-values/production';
const test = 'packages/helm-values/src/retention.spec.ts';

/** Section 8: retention. */
export const retentionRows: readonly CoverageRow[] = [
  done('Metrics', { artifact: `${values}/mimir.yaml`, has: 'compactor_blocks_retention_period: 90d', test, note: '14 d in Prometheus, 90 d in Mimir' }),
  done('Logs', { artifact: `${values}/loki.yaml`, has: 'retention_period: 30d', test, note: '30 d in Loki on one storage class; the year is a bucket of its own, written by the collector and not searchable in Loki' }),
  done('Traces', { artifact: `${values}/tempo.yaml`, has: 'block_retention: 168h', test }),
];
