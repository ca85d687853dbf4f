import type { Environment } from '@bud-o11y/model';
import type { Values } from '../chart.ts';
import { resources } from '../resources.ts';
import type { OtelCollectorValues } from '../schemas/otel-collector.ts';

/** Receivers that the chart opens by default and nobody here speaks. */
const closed = Object.fromEntries(['jaeger-compact', 'jaeger-thrift', 'jaeger-grpc', 'zipkin'].map((port) => [port, { enabled: false }]));

/** What both tiers have in common. `config` replaces the chart's own: deep-merged, its debug exporter and receivers would stay. */
export function otelValues(environment: Environment, name: string, size: { readonly replicas: number; readonly cpu: string; readonly memory: string }, config: Values): OtelCollectorValues {
  return {
    fullnameOverride: name,
    nameOverride: 'otel-collector',
    // The -k8s distribution lacks exporters that are used here.
    image: { repository: 'otel/opentelemetry-collector-contrib', tag: environment.components.otelCollector },
    command: { name: 'otelcol-contrib' },
    replicaCount: size.replicas,
    resources: resources(size),
    alternateConfig: config,
    ports: { ...closed, metrics: { enabled: true } },
    ...(size.replicas > 1 ? { podDisruptionBudget: { enabled: true, maxUnavailable: 1 } } : {}),
  };
}
