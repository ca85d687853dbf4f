import type { Environment } from '@bud-o11y/model';
import type { Values } from '../chart.ts';

/** Name of the Dapr configuration, as the annotation `dapr.io/config` of a pod gives it. */
const name = 'bud-observability';

/** What a pod with a sidecar must say for the sidecar to read it, and to write its own log as JSON. */
export const daprAnnotations = { 'dapr.io/config': name, 'dapr.io/log-as-json': 'true' } as const;

/**
 * What the sidecars of one namespace are told (document 5.2): every trace, by OTLP to the gateway collector, which samples
 * later; metrics without the path of a request, which would have as many values as there are ids. Dapr hands on W3C
 * `traceparent` by itself; it knows no `x-dapr-trace-id`. The platform's own chart applies it, with the sidecars.
 */
export function daprConfiguration(environment: Environment, namespace: string): Values {
  return {
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Configuration',
    metadata: { name, namespace },
    spec: {
      // A string: as a number Dapr refuses the object.
      tracing: { samplingRate: '1', otel: { endpointAddress: environment.urls.otlpGrpc, isSecure: false, protocol: 'grpc' } },
      metrics: { enabled: true, http: { increasedCardinality: false } },
    },
  };
}
