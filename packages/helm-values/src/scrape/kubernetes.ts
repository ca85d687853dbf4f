import type { Environment } from '@bud-o11y/model';
import { type PodJob, podJobs } from './jobs.ts';
import { guards, podTargetLabels } from './relabel.ts';
import type { Values } from '../chart.ts';

/**
 * Scrape jobs as Prometheus' own configuration. Not ServiceMonitors of each chart: those name jobs and labels their own
 * way, and cannot be applied before the operator's CRDs.
 */
export function kubernetesScrapes(environment: Environment): readonly Values[] {
  return podJobs(environment).map((job) => ({
    job_name: job.name,
    ...guards(environment, job.renames),
    ...(job.honorLabels === true ? { honor_labels: true } : {}),
    kubernetes_sd_configs: [{
      role: 'pod',
      ...(job.namespaces.length === 0 ? {} : { namespaces: { names: job.namespaces } }),
      selectors: [{ role: 'pod', label: `${job.label.name}=${job.label.value}` }],
    }],
    relabel_configs: [...keep(job), ...podTargetLabels(job.service ?? job.name), ...job.targetLabels ?? []],
  }));
}

function keep(job: PodJob): readonly Values[] {
  return [
    { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Succeeded|Failed', action: 'drop' },
    // A gateway in front of a backend shares its name and port, and has no metrics.
    { source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_component'], regex: 'gateway', action: 'drop' },
    { source_labels: ['__meta_kubernetes_pod_container_port_number'], regex: String(job.port), action: 'keep' },
  ];
}
