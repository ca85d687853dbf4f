import { type Environment, type Service, releases, services } from '@bud-o11y/model';
import type { Values } from '../chart.ts';
import { endpointLabel, queueDepth, tokens } from './renames.ts';

/** Which pods a scrape job reads. `namespaces` empty = every namespace of the cluster. */
export interface PodJob {
  /** Job name; equals the catalog's service, so that `up{job="…"}` and drill-downs work. */
  readonly name: string;
  /** Label `service`, where a service has a second job. */
  readonly service?: string;
  readonly namespaces: readonly string[];
  readonly label: { readonly name: string; readonly value: string };
  /** Declared container port that serves /metrics; other ports of the pod are left alone. */
  readonly port: number;
  /** Whether the program's own `namespace`, `pod` and `node` win: it speaks of other pods. */
  readonly honorLabels?: boolean;
  /** Target labels that only this job has. */
  readonly targetLabels?: readonly Values[];
  /** What makes the document's names of the program's own. */
  readonly renames?: readonly Values[];
}

const byName = 'app.kubernetes.io/name';

/** The scrape jobs of an environment, in catalog order, then exporters and packs. Pods that are not there give no target. */
export function podJobs(environment: Environment): readonly PodJob[] {
  return [...Object.values(services).map((service) => serviceJob(service, environment)), sidecarJob(environment), stateJob(environment), ...clusterJobs(environment)];
}

function serviceJob(service: Service, { namespaces, release }: Environment): PodJob {
  const job = { name: service.name, port: service.ports.metrics };
  if (service.team === 'observability' && service.language === 'external') return { ...job, namespaces: [namespaces.observability], label: { name: byName, value: service.name } };
  // The database itself speaks no HTTP: its exporter, one of our releases, answers for it.
  if (service.name === 'postgresql') return { ...job, namespaces: [namespaces.observability], label: { name: byName, value: releases.postgresExporter } };
  if (service.language === 'external') return { ...job, namespaces: namespaces.apps, label: { name: byName, value: service.name } };
  const own = { ...job, namespaces: namespaces.apps, label: { name: 'app', value: `${release}-${service.name}` } };
  return service.name === services.inference.name ? { ...own, targetLabels: [endpointLabel], renames: tokens } : own;
}

/** The sidecar of every model pod, which speaks for engines of all kinds: it alone knows how many requests wait. */
function sidecarJob({ namespaces, release }: Environment): PodJob {
  const { name } = services.inference;
  return { name: `${name}-sidecar`, service: name, port: 9090, namespaces: namespaces.apps, label: { name: 'app', value: `${release}-${name}` }, targetLabels: [endpointLabel], renames: queueDepth };
}

/** kube-state-metrics of this environment, restricted to its namespaces. */
function stateJob({ namespaces }: Environment): PodJob {
  return { name: 'kube-state-metrics', namespaces: [namespaces.observability], label: { name: byName, value: 'kube-state-metrics' }, port: 8080, honorLabels: true };
}

/** Programs that serve the whole cluster and may be installed by another environment: found wherever they run. */
function clusterJobs({ packs }: Environment): readonly PodJob[] {
  const everywhere = (name: string, port: number): PodJob => ({ name, port, namespaces: [], label: { name: byName, value: name } });
  return [
    { ...everywhere('node-exporter', 9100), label: { name: byName, value: 'prometheus-node-exporter' } },
    everywhere('cert-manager', 9402),
    ...(packs.includes('dcgm') ? [everywhere('dcgm-exporter', 9400)] : []),
  ];
}
