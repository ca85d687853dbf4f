import { type Environment, type MetricSpec, type SpanAttribute, metrics, services } from '@bud-o11y/model';
import type { Values } from '../chart.ts';
import { otelComponent, otelMinor } from './otel-components.ts';
import type { OtelPart } from './otel-common.ts';
import { remoteWrite } from './otel-remote-write.ts';

/** Whether an inference succeeded, on the span that stands for it. */
export const inferenceSuccess = 'model_inference_details.is_success';

/** Other attributes of that span, by the names of the gateway's code, and the name that it has itself. */
const gateway = {
  endpoint: 'model_inference_details.endpoint_id',
  model: 'model_inference.model_name',
  request: '^[a-z_]+_handler_observability',
} as const;

const own = (attribute: SpanAttribute): string => attribute.replace(/^span\./, '');

const endpoint = own('span.endpoint');
const model = own('span.model');

/**
 * What the pods of a service have in common. Counted per pod, counts of two pods would be sent as one series: its labels
 * name the service, and the collector as the instance.
 */
const counted = ['service.name', 'k8s.namespace.name'] as const;

/** Outcome of a request, as the metric's label has it; on the spans under a name that no library uses. */
const outcome = 'inference.status';

/**
 * The attributes that metrics, logs and dashboards know an inference by, from those that the gateway writes. Spans that
 * already have them keep them; others stay as they are.
 */
export const inferenceAttributes = {
  error_mode: 'ignore',
  trace_statements: [[endpoint, gateway.endpoint], [model, gateway.model]].map(([to, from]) => `set(span.attributes["${to}"], span.attributes["${from}"]) where span.attributes["${to}"] == nil and span.attributes["${from}"] != nil`),
} as const;

/**
 * The document's inference metrics, which nothing of the platform exposes (platform facts 2.4), counted from the gateway's
 * spans before any of them is sampled away. One span per request: the others of its trace carry no endpoint.
 * `resourceProcessors`, of another part, say where a span comes from.
 */
export function inferenceMetrics(environment: Environment, instance: string, resourceProcessors: readonly string[] = []): OtelPart {
  const connector = `${otelComponent('spanMetrics', environment.components.otelCollector)}/inference`;
  const { id, exporters } = remoteWrite(environment);
  return {
    processors: {
      'filter/inference': { error_mode: 'ignore', ...spansDropped(environment, `not IsMatch(span.name, "${gateway.request}") or span.attributes["${gateway.endpoint}"] == nil`) },
      'transform/inference': inferenceAttributes,
      'transform/outcome': {
        error_mode: 'ignore',
        trace_statements: [
          `set(span.attributes["${outcome}"], "success")`,
          `set(span.attributes["${outcome}"], "error") where span.status.code == STATUS_CODE_ERROR or span.attributes["${inferenceSuccess}"] == false`,
        ],
      },
      'transform/inference-series': { error_mode: 'ignore', metric_statements: [ofService, ...renamed('inference.calls', metrics.inferenceRequests.spec), ...renamed('inference.duration', metrics.inferenceLatency.spec), ...labels(instance)] },
    },
    connectors: {
      [connector]: {
        namespace: 'inference',
        histogram: { unit: 's', explicit: { buckets: metrics.inferenceLatency.spec.buckets?.map((bound) => `${bound * 1_000}ms`) } },
        dimensions: [{ name: model, default: 'unknown' }, { name: endpoint }, { name: 'k8s.namespace.name' }],
        calls_dimensions: [{ name: outcome }],
        exclude_dimensions: ['span.name', 'span.kind', 'status.code', 'collector.instance.id'],
        resource_metrics_key_attributes: counted,
        metrics_flush_interval: environment.scrapeInterval,
        exemplars: { enabled: true },
        aggregation_cardinality_limit: maxInferenceSeries,
        // Longer than the day after which an endpoint counts as idle; until then a removed one looks like that. Older versions keep series until they restart.
        ...(otelMinor(environment.components.otelCollector) >= 155 ? { series_expiration: '48h' } : {}),
      },
    },
    exporters,
    pipelines: {
      'traces/inference': { receivers: ['otlp'], processors: ['memory_limiter', 'filter/inference', ...resourceProcessors, 'transform/inference', 'transform/outcome'], exporters: [connector] },
      'metrics/inference': { receivers: [connector], processors: ['transform/inference-series', 'batch'], exporters: [id] },
    },
  };
}

/** The condition of a filter, in the shape of the collector's version. */
function spansDropped({ components }: Environment, condition: string): Values {
  return otelMinor(components.otelCollector) >= 146 ? { trace_conditions: [condition] } : { traces: { span: [condition] } };
}

/** Combinations of model, endpoint and outcome that are counted apart (document 9.1): twice what the catalog expects; more become one of `otel_metric_overflow`. */
const maxInferenceSeries = 2 * metrics.inferenceRequests.labels.endpoint.cardinality * (metrics.inferenceRequests.labels.status.cardinality + 1);

/** The rest of the resource is of the pod that came first: its `service.instance.id` would take the place of `instance`, and be that of another collector too. */
const ofService = `keep_keys(resource.attributes, [${counted.map((key) => `"${key}"`).join(', ')}])`;

/** The exporter adds `_total` and the unit to a name. */
function renamed(from: string, { name }: MetricSpec): readonly string[] {
  return [`set(metric.name, "${name.replace(/_(total|seconds)$/, '')}") where metric.name == "${from}"`];
}

/** The target labels that a scrape would have given. `job` and `service` are the service that the spans are of. */
function labels(instance: string): readonly string[] {
  const label = (to: string, from: string): string => `set(datapoint.attributes["${to}"], ${from})`;
  return [
    label('job', 'datapoint.attributes["service.name"]'),
    label('service', 'datapoint.attributes["service.name"]'),
    label('namespace', 'datapoint.attributes["k8s.namespace.name"]'),
    label('status', `datapoint.attributes["${outcome}"]`),
    label('instance', `"${instance}"`),
    ...[...counted, outcome].map((key) => `delete_key(datapoint.attributes, "${key}")`),
  ];
}

/** Names of the metrics that come from here, and the service whose spans they are counted from. */
export const inferenceSource = { metrics: [metrics.inferenceRequests.spec.name, metrics.inferenceLatency.spec.name], service: services.budgateway.name } as const;
