import { type Environment, instrumentedServices, services } from '@bud-o11y/model';
import { loopbackPorts, portOf } from '../addresses.ts';
import { guards } from './relabel.ts';
import type { Values } from '../chart.ts';

/**
 * Scrape jobs on 127.0.0.1: the stack itself and the platform's own services, at their main port, since the metrics port
 * of the catalog is the Dapr sidecar's, which every service has and a machine has once.
 */
export function loopbackScrapes(environment: Environment): readonly Values[] {
  const stack = stackPorts(environment);
  const taken = new Set(stack.map(({ port }) => port));
  const own = instrumentedServices.map((service) => ({ name: service.name, port: free(service.ports.main, taken) }));
  return [...own, { name: services.postgresql.name, port: services.postgresql.ports.metrics }, ...stack].map(({ name, port }) => ({
    job_name: name,
    ...guards(environment),
    static_configs: [{ targets: [`127.0.0.1:${port}`], labels: { service: name, namespace: environment.namespaces.apps[0], pod: name, node: 'localhost' } }],
  }));
}

/** A service whose port one of the stack's programs has listens 10,000 above it (budgateway and Grafana both like 3000). */
export function free(port: number, taken: ReadonlySet<number>): number {
  return taken.has(port) ? port + 10_000 : port;
}

function stackPorts({ urls, grafanaUrl }: Environment): readonly { readonly name: string; readonly port: number }[] {
  return [
    { name: services.mimir.name, port: portOf(urls.mimir) },
    { name: services.loki.name, port: portOf(urls.loki) },
    { name: services.tempo.name, port: portOf(urls.tempo) },
    { name: services.grafana.name, port: portOf(grafanaUrl) },
    { name: services.prometheus.name, port: portOf(urls.prometheus) },
    { name: services.alertmanager.name, port: portOf(urls.alertmanager) },
    { name: services['otel-collector'].name, port: loopbackPorts.otelMetrics },
    { name: services.alloy.name, port: loopbackPorts.alloy },
  ];
}
