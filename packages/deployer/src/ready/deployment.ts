import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText, fieldsAt, numberAt, unobserved } from './fields.ts';
import { failed, progressing, ready, type Status } from './status.ts';

/** Ready when every replica runs the newest template and is available, and no older one is left. */
export function deploymentStatus(object: KubernetesObject): Status {
  const behind = unobserved(object);
  if (behind !== undefined) return behind;
  const progress = conditionOf(object, 'Progressing');
  if (progress?.reason === 'ProgressDeadlineExceeded') return failed(conditionText(progress));
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const wanted = numberAt(spec, 'replicas') ?? 1;
  const [existing, updated, available] = ['replicas', 'updatedReplicas', 'availableReplicas'].map((name) => numberAt(status, name) ?? 0) as [number, number, number];
  if (updated < wanted) {
    if (spec['paused'] === true) return failed(`it is paused: ${updated} of ${wanted} replicas are updated, and no more will be`);
    const failure = conditionOf(object, 'ReplicaFailure');
    return progressing(failure?.status === 'True' ? conditionText(failure) : `${updated} of ${wanted} replicas are updated`);
  }
  if (existing > updated) return progressing(`${existing - updated} old replicas are still there`);
  if (available < wanted) return progressing(`${available} of ${wanted} replicas are available`);
  const availability = conditionOf(object, 'Available');
  return availability?.status === 'False' ? progressing(conditionText(availability)) : ready;
}
