/** Collector components that were renamed, with the minor release (0.x) that brought the new name; the old one logs a warning since. */
const renamed = {
  otlpExporter: { before: 'otlp', now: 'otlp_grpc', since: 144 },
  kubernetesAttributes: { before: 'k8sattributes', now: 'k8s_attributes', since: 146 },
  spanMetrics: { before: 'spanmetrics', now: 'span_metrics', since: 151 },
  serviceGraph: { before: 'servicegraph', now: 'service_graph', since: 152 },
  loadBalancing: { before: 'loadbalancing', now: 'load_balancing', since: 153 },
  remoteWrite: { before: 'prometheusremotewrite', now: 'prometheus_remote_write', since: 154 },
} as const;

/** The name of a component in the collector version that the environment runs. */
export function otelComponent(component: keyof typeof renamed, version: string): string {
  return otelMinor(version) >= renamed[component].since ? renamed[component].now : renamed[component].before;
}

/** What changes in the collector with a release: its major is 0 still. */
export function otelMinor(version: string): number {
  return Number(version.split('.')[1]);
}
