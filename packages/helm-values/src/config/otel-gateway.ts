import type { Environment } from '@bud-o11y/model';
import { samplerHost } from '../addresses.ts';
import type { Values } from '../chart.ts';
import { logArchive } from './otel-archive.ts';
import { clusterPorts, memoryLimiter, otelBase, podAddress } from './otel-common.ts';
import { otelComponent } from './otel-components.ts';

/** First tier: takes OTLP from every service, adds the Kubernetes attributes, and sends all spans of a trace to one sampler. */
export function otelGatewayConfig(environment: Environment): Values {
  const version = environment.components.otelCollector;
  const kubernetes = otelComponent('kubernetesAttributes', version);
  const balance = otelComponent('loadBalancing', version);
  const base = otelBase(podAddress, clusterPorts);
  const archive = logArchive(environment);
  return {
    receivers: base.receivers,
    processors: {
      memory_limiter: memoryLimiter,
      [kubernetes]: {
        // "Logs of this span" works only with these three on every span.
        extract: { metadata: ['k8s.namespace.name', 'k8s.pod.name', 'k8s.node.name', 'k8s.deployment.name'] },
        pod_association: [{ sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] }, { sources: [{ from: 'connection' }] }],
      },
      resource: { attributes: [{ key: 'deployment.environment.name', value: environment.name, action: 'upsert' }] },
      batch: {},
    },
    exporters: {
      [balance]: {
        routing_key: 'traceID',
        protocol: { otlp: { timeout: '5s', tls: { insecure: true }, sending_queue: { enabled: true } } },
        resolver: { dns: { hostname: samplerHost(environment), port: String(clusterPorts.grpc), interval: '5s' } },
      },
      ...archive?.exporters,
    },
    extensions: base.extensions,
    service: {
      telemetry: base.telemetry,
      extensions: ['health_check'],
      pipelines: {
        // No batch here: the balancing exporter splits by trace, and batches of its own are made per sampler.
        traces: { receivers: ['otlp'], processors: ['memory_limiter', kubernetes, 'resource'], exporters: [balance] },
        ...archive?.pipelines,
      },
    },
  };
}
