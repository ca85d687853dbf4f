import type { Values } from '../chart.ts';

/** First in every pipeline: refuse data before the container is killed for its memory. */
export const memoryLimiter = { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 20 } as const;

/** Receivers, health check and the collector's own metrics on one address; the chart's probes expect the check on 13133. */
export function otelBase(host: string, ports: { readonly grpc: number; readonly http: number; readonly health: number; readonly metrics: number }): { readonly receivers: Values; readonly extensions: Values; readonly telemetry: Values } {
  return {
    receivers: { otlp: { protocols: { grpc: { endpoint: `${host}:${ports.grpc}` }, http: { endpoint: `${host}:${ports.http}` } } } },
    extensions: { health_check: { endpoint: `${host}:${ports.health}` } },
    telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host, port: ports.metrics } } } }] } },
  };
}

/** The ports of a collector in a cluster, as its chart names them. */
export const clusterPorts = { grpc: 4317, http: 4318, health: 13133, metrics: 8888 } as const;

/** The pod's own address: the chart provides the variable. */
export const podAddress = '${env:MY_POD_IP}';
