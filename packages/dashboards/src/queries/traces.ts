import { type Query, type SpanOperation, attribute, operation, traceVariable, traceql } from '@bud-o11y/model';

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
