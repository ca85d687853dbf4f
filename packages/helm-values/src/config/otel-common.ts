import type { Values } from '../chart.ts';

/** Components of one kind, by id. */
export type OtelComponents = Readonly<Record<string, Values>>;

/** First in every pipeline that receives: refuse data before the container is killed for its memory. */
export const memoryLimiter = { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 20 } as const;

/** What every collector has, whatever it does: where it listens, and where it says how it is. */
export interface OtelBase {
  readonly receivers: OtelComponents;
  readonly extensions: OtelComponents;
  readonly telemetry: Values;
  /** What tells this collector from its replicas, as an attribute of what it counts itself. */
  readonly instance: string;
}

/** Receivers, health check and the collector's own metrics on one address; the chart's probes expect the check on 13133. */
export function otelBase(host: string, ports: { readonly grpc: number; readonly http: number; readonly health: number; readonly metrics: number }): OtelBase {
  return {
    receivers: { otlp: { protocols: { grpc: { endpoint: `${host}:${ports.grpc}` }, http: { endpoint: `${host}:${ports.http}` } } } },
    extensions: { health_check: { endpoint: `${host}:${ports.health}` } },
    // Without the last key the collector leaves `_total` off its counters, and every query on them finds nothing.
    telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host, port: ports.metrics, without_type_suffix: false } } } }] } },
    instance: `${host}:${ports.grpc}`,
  };
}

/** Pipelines by id: what comes in, what is done with it, where it goes. */
export type OtelPipelines = Readonly<Record<string, { readonly receivers: readonly string[]; readonly processors: readonly string[]; readonly exporters: readonly string[] }>>;

/** One job of a collector: its components and its pipelines. Parts may name the same component when they mean the same. */
export interface OtelPart {
  readonly processors?: OtelComponents;
  readonly exporters?: OtelComponents;
  readonly connectors?: OtelComponents;
  readonly pipelines: OtelPipelines;
}

/** A collector's whole configuration. A type and no interface, so that it is also a plain record, as values are. */
export type OtelConfig = {
  readonly receivers: OtelComponents;
  readonly processors: OtelComponents;
  readonly exporters: OtelComponents;
  readonly connectors?: OtelComponents;
  readonly extensions: OtelComponents;
  readonly service: { readonly telemetry: Values; readonly extensions: readonly string[]; readonly pipelines: OtelPipelines };
};

/** The configuration of a collector that does these jobs. */
export function otelConfig({ receivers, extensions, telemetry }: OtelBase, parts: readonly OtelPart[]): OtelConfig {
  const all = (key: 'processors' | 'exporters' | 'connectors'): OtelComponents => Object.assign({}, ...parts.map((part) => part[key])) as OtelComponents;
  const connectors = all('connectors');
  return {
    receivers,
    processors: { memory_limiter: memoryLimiter, batch: {}, ...all('processors') },
    exporters: all('exporters'),
    ...(Object.keys(connectors).length === 0 ? {} : { connectors }),
    extensions,
    service: { telemetry, extensions: Object.keys(extensions), pipelines: Object.assign({}, ...parts.map(({ pipelines }) => pipelines)) as OtelPipelines },
  };
}

/** The ports of a collector in a cluster, as its chart names them. */
export const clusterPorts = { grpc: 4317, http: 4318, health: 13133, metrics: 8888 } as const;

/** The pod's own address: the chart provides the variable. */
export const podAddress = '${env:MY_POD_IP}';
