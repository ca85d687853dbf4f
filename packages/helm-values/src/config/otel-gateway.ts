import type { Environment } from '@bud-o11y/model';
import { samplerHost } from '../addresses.ts';
import { logArchive } from './otel-archive.ts';
import { type OtelConfig, type OtelPart, clusterPorts, otelBase, otelConfig, podAddress } from './otel-common.ts';
import { otelComponent } from './otel-components.ts';
import { inferenceAttributes, inferenceMetrics } from './otel-inference.ts';
import { requestId } from './otel-request-id.ts';

/** First tier: takes OTLP from every service, counts inferences, adds the Kubernetes attributes, and sends all spans of a trace to one sampler. */
export function otelGatewayConfig(environment: Environment): OtelConfig {
  const base = otelBase(podAddress, clusterPorts);
  const archive = logArchive(environment);
  const kubernetes = otelComponent('kubernetesAttributes', environment.components.otelCollector);
  return otelConfig(base, [balancing(environment, kubernetes), inferenceMetrics(environment, base.instance, [kubernetes]), ...(archive === undefined ? [] : [archive])]);
}

function balancing(environment: Environment, kubernetes: string): OtelPart {
  const balance = otelComponent('loadBalancing', environment.components.otelCollector);
  return {
    processors: {
      [kubernetes]: {
        // "Logs of this span" works only with these three on every span.
        extract: { metadata: ['k8s.namespace.name', 'k8s.pod.name', 'k8s.node.name', 'k8s.deployment.name'] },
        pod_association: [{ sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] }, { sources: [{ from: 'connection' }] }],
      },
      resource: { attributes: [{ key: 'deployment.environment.name', value: environment.name, action: 'upsert' }] },
      'transform/inference': inferenceAttributes,
      'transform/request-id': requestId,
    },
    exporters: {
      [balance]: {
        routing_key: 'traceID',
        protocol: { otlp: { timeout: '5s', tls: { insecure: true }, sending_queue: { enabled: true } } },
        resolver: { dns: { hostname: samplerHost(environment), port: String(clusterPorts.grpc), interval: '5s' } },
      },
    },
    pipelines: {
      // No batch here: the balancing exporter splits by trace, and batches of its own are made per sampler.
      traces: { receivers: ['otlp'], processors: ['memory_limiter', kubernetes, 'resource', 'transform/inference', 'transform/request-id'], exporters: [balance] },
    },
  };
}
