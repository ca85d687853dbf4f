import { type CoverageRow, sectionRows } from './row.ts';

const { done } = sectionRows('2');
const values = 'rendered/helm-values/production';
const specs = 'packages/helm-values/src';

/** Section 2: the diagram, box by box. */
export const architecture: readonly CoverageRow[] = [
  done('code block', { artifact: `${values}/mimir.yaml`, has: 'bud-mimir', test: `${specs}/index.spec.ts`, note: 'Promtail is at its end of life: Alloy ships the logs; the parts follow' }),
  done('Metrics export (OpenTelemetry)', { artifact: `${values}/prometheus.yaml`, has: 'scrape', test: `${specs}/scrape/scrape.spec.ts`, note: 'sidecar metrics are scraped' }),
  done('Trace propagation', { artifact: `${values}/otel-gateway.yaml`, has: 'otlp', test: `${specs}/config/otel-sampling.spec.ts` }),
  done('Structured logging', { artifact: `${values}/alloy.yaml`, has: 'stage.json', test: `${specs}/config/alloy.spec.ts` }),
  done('Long-term', { artifact: `${values}/mimir.yaml`, has: 'compactor_blocks_retention_period: 90d', test: `${specs}/retention.spec.ts` }),
  done('HA', { artifact: `${values}/mimir.yaml`, has: 'memberlist', test: `${specs}/config/backends.spec.ts` }),
  done('Distributed', { artifact: `${values}/tempo.yaml`, has: 'bud-tempo', test: `${specs}/config/backends.spec.ts` }),
  done('Sampling', { artifact: `${values}/otel-sampler.yaml`, has: 'tail_sampling', test: `${specs}/config/otel-sampling.spec.ts` }),
  done('Aggregation', { artifact: `${values}/loki.yaml`, has: 'bud-loki', test: `${specs}/config/backends.spec.ts` }),
  done('Indexing', { artifact: `${values}/alloy.yaml`, has: 'stage.label_keep', test: `${specs}/config/alloy.spec.ts` }),
  done('Slack, PagerDuty, Email, Webhook', { artifact: 'rendered/alerts/production/alertmanager/alertmanager.yaml', has: 'webhook_configs', test: 'tools/src/real/routing.spec.ts' }),
];
