import { type Query, type SpanOperation, attribute, operation, spanOperations, traceVariable, traceql } from '@bud-o11y/model';

const service = attribute('resource.service.name');
const endpoint = attribute('span.endpoint');

/** Requests that took longer than the inference objective allows. Sampled, but slow traces are always kept (document 9.3). */
export const slowRequests: Query = traceql`{ ${service} = "budgateway" && duration > 5s } | select(${attribute('span.model')}, ${endpoint}, status)`;

/** Traces with a failed span of the chosen services. */
export const failingTraces: Query = traceql`{ status = error && ${service} =~ ${traceVariable('service')} }`;

/** Failed spans per second; failed traces are always kept, so this is closer to the truth than other rates from traces. */
export const failingSpanRate: Query = traceql`{ status = error && ${service} =~ ${traceVariable('service')} } | rate() by (${service}, name)`;

/** How long an operation of document 5.3 takes: 95th percentile by span name. */
export function operationP95(of: SpanOperation): Query {
  return traceql`{ ${operation(of)} } | quantile_over_time(duration, 0.95) by (name)`;
}

/** 95th percentile of what the services answer, by operation. */
export const serverP95: Query = traceql`{ ${service} =~ "bud.*" && kind = server } | quantile_over_time(duration, 0.95) by (name)`;

/** Traces of the service whose series was clicked. */
export const tracesOfClickedService: Query = traceql`{ ${service} = "\${__field.labels.service}" }`;
/** Traces of the service that manages clusters. */
export const tracesOfBudcluster: Query = traceql`{ ${service} = "budcluster" }`;
/** Slow traces of the endpoint whose series was clicked. */
export const slowTracesOfClickedEndpoint: Query = traceql`{ ${service} = "budgateway" && ${endpoint} = "\${__field.labels.endpoint}" && duration > 5s }`;
/** Failed traces of the endpoint whose series was clicked. */
export const failingTracesOfClickedEndpoint: Query = traceql`{ status = error && ${endpoint} = "\${__field.labels.endpoint}" }`;
/** Traces of the endpoint whose series was clicked. */
export const tracesOfClickedEndpoint: Query = traceql`{ ${endpoint} = "\${__field.labels.endpoint}" }`;
/** Traces of the model whose series was clicked. */
export const tracesOfClickedModel: Query = traceql`{ ${attribute('span.model')} = "\${__field.labels.model}" }`;
/** What budcluster did to the cluster whose series was clicked. */
export const tracesOfClickedCluster: Query = traceql`{ ${service} = "budcluster" && ${attribute('span.cluster')} = "\${__field.labels.cluster}" }`;
/** Traces of the service whose series is labelled by job. */
export const tracesOfClickedJob: Query = traceql`{ ${service} = "\${__field.labels.job}" }`;
/** Traces of the service whose series comes from Loki. */
export const tracesOfClickedApp: Query = traceql`{ ${service} = "\${__field.labels.app}" }`;
/** Traces through the pod whose series was clicked. */
export const tracesOfClickedPod: Query = traceql`{ ${attribute('resource.k8s.pod.name')} = "\${__field.labels.pod}" }`;
/** Spans of the name that was clicked. */
export const spansOfClickedName: Query = traceql`{ name = "\${__field.labels.name}" }`;
/** Failed traces of the gateway, for a series over all endpoints. */
export const failingGatewayTraces: Query = traceql`{ status = error && ${service} = "budgateway" }`;
/** Failed traces of the platform's own services. */
export const failingPlatformTraces: Query = traceql`{ status = error && ${service} =~ "bud.*" }`;
/** Logins as budapp worked on them. */
export const loginTraces: Query = traceql`{ ${operation(spanOperations.budappAuth)} }`;
