import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { fieldsAt, numberAt, textAt, unobserved } from './fields.ts';
import { progressing, ready, type Status } from './status.ts';

/** Ready when the newest pod is available on every node that should have one. */
export function daemonSetStatus(object: KubernetesObject): Status {
  const behind = unobserved(object);
  if (behind !== undefined) return behind;
  const status = fieldsAt(object, 'status');
  const desired = numberAt(status, 'desiredNumberScheduled');
  if (desired === undefined) return progressing('the controller has not counted the nodes yet');
  const replacesItself = textAt(fieldsAt(object, 'spec', 'updateStrategy'), 'type') !== 'OnDelete';
  const [updated, available] = ['updatedNumberScheduled', 'numberAvailable'].map((name) => numberAt(status, name) ?? 0) as [number, number];
  if (replacesItself && updated < desired) return progressing(`${updated} of ${desired} nodes have the new pod`);
  return available < desired ? progressing(`${available} of ${desired} pods are available`) : ready;
}
