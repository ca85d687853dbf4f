/** Collector components that were renamed, with the minor release (0.x) that brought the new name; the old one logs a warning since. */
const renamed = {
  otlpExporter: { before: 'otlp', now: 'otlp_grpc', since: 144 },
  kubernetesAttributes: { before: 'k8sattributes', now: 'k8s_attributes', since: 146 },
  loadBalancing: { before: 'loadbalancing', now: 'load_balancing', since: 153 },
} as const;

/** The name of a component in the collector version that the environment runs. */
export function otelComponent(component: keyof typeof renamed, version: string): string {
  const minor = Number(version.split('.')[1]);
  return minor >= renamed[component].since ? renamed[component].now : renamed[component].before;
}
