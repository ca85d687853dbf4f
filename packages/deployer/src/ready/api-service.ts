import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText } from './fields.ts';
import { progressing, readyOnceSettled, type Status } from './status.ts';

/** Ready when the server behind it answers. */
export function apiServiceStatus(object: KubernetesObject): Status {
  const available = conditionOf(object, 'Available');
  if (available?.status === 'True') return readyOnceSettled;
  return progressing(available === undefined ? 'nobody has asked the server behind it yet' : conditionText(available));
}
