import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { fieldsAt, numberAt, textAt, unobserved } from './fields.ts';
import { progressing, ready, type Status } from './status.ts';

/** Ready when every replica is ready and runs the newest revision; with a partition, those above it. */
export function statefulSetStatus(object: KubernetesObject): Status {
  const behind = unobserved(object);
  if (behind !== undefined) return behind;
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const wanted = numberAt(spec, 'replicas') ?? 1;
  const readyReplicas = numberAt(status, 'readyReplicas') ?? 0;
  const existing = numberAt(status, 'replicas') ?? 0;
  if (readyReplicas < wanted) return progressing(`${readyReplicas} of ${wanted} replicas are ready`);
  if (existing > wanted) return progressing(`${existing - wanted} replicas too many are still there`);
  // Pods of this strategy are replaced when somebody deletes them: nothing to wait for.
  if (textAt(fieldsAt(spec, 'updateStrategy'), 'type') === 'OnDelete') return ready;
  const partition = numberAt(fieldsAt(spec, 'updateStrategy', 'rollingUpdate'), 'partition') ?? 0;
  const updated = numberAt(status, 'updatedReplicas') ?? 0;
  if (partition > 0) return updated >= wanted - partition ? ready : progressing(`${updated} of the ${Math.max(0, wanted - partition)} replicas above the partition are updated`);
  return textAt(status, 'currentRevision') === textAt(status, 'updateRevision') ? ready : progressing(`${updated} of ${wanted} replicas are updated`);
}
