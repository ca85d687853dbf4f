import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { podStatus } from './pod.ts';
import { failed, type Status } from './status.ts';

/**
 * A workload that is not ready, explained by the newest of its pods: the older ones may be of a template that worked. It
 * fails when that pod has failed for good.
 * @param pods the pods that the workload's selector finds
 */
export function withPods(status: Status, pods: readonly KubernetesObject[]): Status {
  if (status.state !== 'progressing') return status;
  const newest = pods
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .reduce<KubernetesObject | undefined>((best, pod) => (best === undefined || born(pod) > born(best) ? pod : best), undefined);
  if (newest === undefined) return status;
  const pod = podStatus(newest);
  if (pod.state === 'ready') return status;
  const reason = `${status.reason}; pod ${newest.metadata.name}: ${pod.reason}`;
  return pod.state === 'failed' ? failed(reason) : { ...status, reason, ...(pod.patienceMs === undefined ? {} : { patienceMs: pod.patienceMs }) };
}

/** RFC 3339 in UTC sorts as text; the name decides between pods of one second. */
function born({ metadata }: KubernetesObject): string {
  return `${String(metadata['creationTimestamp'] ?? '')} ${metadata.name}`;
}
