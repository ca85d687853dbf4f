import { type Environment, type MetricSpec, instrumentedServices } from '@bud-o11y/model';
import type { Entity } from './entities.ts';

const platformNodes = ['node-a', 'node-b'] as const;
const replicas = ['0', '1'] as const;

/** Programs that export metrics of their own, by what the catalog gives as the source of a metric. */
const programs: Readonly<Record<string, string>> = {
  Mimir: 'mimir',
  Loki: 'loki',
  Tempo: 'tempo',
  'Tempo 3': 'tempo',
  Alertmanager: 'alertmanager',
  Prometheus: 'prometheus',
  'OpenTelemetry Collector': 'otel-collector',
  'cert-manager': 'cert-manager',
  vLLM: 'inference',
  'DCGM exporter': 'dcgm-exporter',
  'document 6.2, postgres_exporter': 'postgresql',
};

/** Services that run beside the platform's own, in the namespace of the applications. */
const amongApps: ReadonlySet<string> = new Set([...instrumentedServices.map(({ name }) => name), 'inference', 'postgresql']);

/** The services that export what the document's tables list, by a label that only they know. */
const byLabel: readonly (readonly [label: string, service: string])[] = [['endpoint', 'budgateway'], ['model', 'budgateway'], ['cluster', 'budcluster']];

/** The scrape targets that a metric comes from, as the target labels of each; beside them what the exporter itself knows of a target. */
export function targetsOf(spec: MetricSpec, environment: Environment): readonly Entity[] {
  const own = instrumentedServices.flatMap(({ name }) => podsOf(name, environment));
  if (spec.name === 'up') return [...own, ...[...new Set(Object.values(programs))].flatMap((name) => podsOf(name, environment))];
  if (spec.source === 'kube-state-metrics') return own.map((pod) => ({ ...pod, container: pod['service'] ?? '', deployment: `${environment.release}-${pod['service']}`, uid: pod['pod'] ?? '', job: 'kube-state-metrics' }));
  if (spec.source.endsWith('node_exporter')) return platformNodes.map((node) => ({ ...target('node-exporter', node, node, environment), job: 'node-exporter' }));
  const service = programs[spec.source] ?? byLabel.find(([label]) => label in spec.labels)?.[1];
  return service === undefined ? own : podsOf(service, environment);
}

function podsOf(service: string, environment: Environment): readonly Entity[] {
  return replicas.map((replica, index) => target(service, replica, platformNodes[index] ?? 'node-a', environment));
}

function target(service: string, replica: string, node: string, { namespaces, k8sCluster }: Environment): Entity {
  const pod = `${service}-${replica}`;
  return { job: service, instance: `${pod}:9090`, namespace: amongApps.has(service) ? (namespaces.apps[0] ?? '') : namespaces.observability, pod, node, service, k8s_cluster: k8sCluster };
}
