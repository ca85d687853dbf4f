import { type Hole, hole } from '../query/holes.ts';
import type { ServiceName } from './services.ts';

/** An operation that the document promises to be instrumented (5.3), and the span names that carry it. */
export interface SpanOperation {
  readonly service: ServiceName;
  readonly operation: string;
  /** RE2 over the span name. */
  readonly spans: string;
}

/** Document 5.3, one row per operation. The span names are proposed: the document gives none. */
export const spanOperations = {
  budappHttp: { service: 'budapp', operation: 'HTTP handlers', spans: '(GET|POST|PUT|PATCH|DELETE) .+' },
  budappDatabase: { service: 'budapp', operation: 'DB queries', spans: '(SELECT|INSERT|UPDATE|DELETE|db).*' },
  budappAuth: { service: 'budapp', operation: 'auth', spans: 'auth.*' },
  budclusterOperations: { service: 'budcluster', operation: 'Cluster operations', spans: 'cluster.*' },
  budclusterKubernetes: { service: 'budcluster', operation: 'K8s calls', spans: 'k8s.*' },
  budgatewayRouting: { service: 'budgateway', operation: 'Inference routing', spans: '.*inference.*' },
  budgatewayProvider: { service: 'budgateway', operation: 'provider calls', spans: 'model_provider_inference' },
  budsimSimulation: { service: 'budsim', operation: 'Simulations', spans: 'simulation.*' },
  budsimOptimisation: { service: 'budsim', operation: 'optimization', spans: 'optimi[sz]ation.*' },
} as const satisfies Readonly<Record<string, SpanOperation>>;

/** Span and resource attributes that queries may name. */
export const spanAttributes = {
  'resource.service.name': 'OpenTelemetry service name; equals Loki `app`',
  'resource.k8s.namespace.name': 'Kubernetes namespace',
  'resource.k8s.pod.name': 'pod name',
  'span.endpoint': 'inference endpoint; equals the metric label `endpoint`',
  'span.model': 'model name; equals the metric label `model`',
  'span.request_id': 'header x-request-id (document 5.2)',
  'span.cluster': 'managed cluster; equals the metric label `cluster`',
  'span.http.response.status_code': 'HTTP status',
} as const;

export type SpanAttribute = keyof typeof spanAttributes;

/** The name of a span attribute. */
export function attribute(name: SpanAttribute): Hole {
  return hole(name);
}

/** `name =~ "…"` of one operation of document 5.3, to be joined with `&&`. */
export function operation(of: SpanOperation): Hole {
  return hole(`resource.service.name = ${JSON.stringify(of.service)} && name =~ ${JSON.stringify(of.spans)}`);
}

/** A multi-value dashboard variable as TraceQL wants it: `a|b`. */
export function traceVariable(name: string): Hole {
  return hole(`"\${${name}:pipe}"`, { variables: [name] });
}

/** Trace propagation headers (document 5.2). `x-dapr-trace-id` is kept as documented, nothing depends on it: Dapr itself uses traceparent. */
export const propagationHeaders = [
  { header: 'traceparent', format: 'W3C Trace Context', use: 'standard trace header' },
  { header: 'x-request-id', format: 'UUID', use: 'request correlation; log field request_id, span attribute request_id' },
  { header: 'x-dapr-trace-id', format: 'custom', use: 'kept as documented; nothing is generated from it' },
] as const;
