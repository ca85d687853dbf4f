import type { Environment } from '@bud-o11y/model';
import { maxLabelLength, maxLabelsPerSeries, maxSamplesPerScrape } from './limits.ts';
import type { Values } from '../chart.ts';

/** Document 9.1: names that must never become labels, whatever a program exposes. */
export const forbiddenLabels = ['user_id', 'request_id', 'session_id'] as const;

/** What every scrape job has in common: the guards of document 9.1. `renames` come before them, for jobs whose programs call things by other names. */
export function guards(environment: Environment, renames: readonly Values[] = []): Values {
  return {
    scrape_interval: environment.scrapeInterval,
    sample_limit: maxSamplesPerScrape,
    label_limit: maxLabelsPerSeries,
    label_name_length_limit: maxLabelLength.name,
    label_value_length_limit: maxLabelLength.value,
    metric_relabel_configs: [...renames, { action: 'labeldrop', regex: forbiddenLabels.join('|') }],
  };
}

/** The target labels of the catalog, from what Kubernetes says of a pod. `service` is the job's own name. */
export function podTargetLabels(service: string): readonly Values[] {
  return [
    { target_label: 'service', replacement: service },
    ...Object.entries({ namespace: 'namespace', pod: 'pod_name', node: 'pod_node_name' }).map(([target, meta]) => ({
      source_labels: [`__meta_kubernetes_${meta}`],
      target_label: target,
    })),
  ];
}
