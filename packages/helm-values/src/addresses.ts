import { type Environment, releases } from '@bud-o11y/model';

/**
 * Ports on 127.0.0.1 that the programs of a directory target share, besides those in the environment's URLs.
 * Each backend brings a gRPC port of its own: their common default, 9095, can be had only once per machine.
 */
export const loopbackPorts = { mimirGrpc: 9195, lokiGrpc: 9196, tempoGrpc: 9197, tempoOtlpGrpc: 14317, otlpGrpc: 4317, otlpHttp: 4318, otelHealth: 13133, otelMetrics: 8888, alloy: 12345 } as const;

/** host:port of the OTLP receiver of Tempo itself, where the samplers send what they keep. */
export function tempoOtlp(environment: Environment): string {
  return isDirectory(environment) ? `127.0.0.1:${loopbackPorts.tempoOtlpGrpc}` : `${releases.tempo}-distributor.${environment.namespaces.observability}.svc:4317`;
}

/** Host name that resolves to every sampler: its Service is headless, so that a trace can be pinned to one of them. */
export function samplerHost(environment: Environment): string {
  return `${releases.otelSampler}.${environment.namespaces.observability}.svc.cluster.local`;
}

/** SRV name of the Alertmanagers: every replica must hear of every alert, a Service address would reach one of them. */
export function alertmanagerSrv(environment: Environment): string {
  return `_http._tcp.${releases.alertmanager}-headless.${environment.namespaces.observability}.svc.cluster.local`;
}

/** Port of a URL of the environment. */
export function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Whether the environment's programs are started by hand from files. */
export function isDirectory(environment: Environment): boolean {
  return environment.target.kind === 'directory';
}
