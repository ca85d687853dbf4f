import type { Environment } from '@bud-o11y/model';
import { otelComponent } from './otel-components.ts';
import type { OtelPart } from './otel-common.ts';
import { remoteWrite } from './otel-remote-write.ts';

/**
 * Who calls whom, for the service map of traces (`traces_service_graph_*`). A call is two spans of one trace, so it can be
 * counted only where whole traces are: at the samplers, before they sample.
 */
export function serviceGraph(environment: Environment, instance: string): OtelPart {
  const connector = otelComponent('serviceGraph', environment.components.otelCollector);
  const { id, exporters } = remoteWrite(environment);
  return {
    processors: { 'transform/graph-series': { error_mode: 'ignore', metric_statements: [`set(datapoint.attributes["instance"], "${instance}")`] } },
    connectors: { [connector]: { latency_histogram_buckets: ['100ms', '500ms', '1s', '2s', '5s', '10s'], store: { ttl: '5s', max_items: 10_000 }, metrics_flush_interval: environment.scrapeInterval } },
    exporters,
    pipelines: {
      'traces/graph': { receivers: ['otlp'], processors: ['memory_limiter'], exporters: [connector] },
      'metrics/graph': { receivers: [connector], processors: ['transform/graph-series', 'batch'], exporters: [id] },
    },
  };
}
