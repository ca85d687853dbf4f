import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionText, conditionOf, fieldsAt, textAt } from './fields.ts';
import { progressing, ready, type Status } from './status.ts';

/** Conditions in which a namespace on its way out tells what keeps it. */
const obstacles = ['NamespaceDeletionDiscoveryFailure', 'NamespaceDeletionContentFailure', 'NamespaceFinalizersRemaining', 'NamespaceContentRemaining'];

/** Ready while it is not on its way out. */
export function namespaceStatus(object: KubernetesObject): Status {
  const phase = textAt(fieldsAt(object, 'status'), 'phase');
  if (phase === 'Active') return ready;
  if (phase !== 'Terminating') return progressing('it has no phase yet');
  const obstacle = obstacles.map((type) => conditionOf(object, type)).find((condition) => condition?.status === 'True');
  return { state: 'terminating', reason: obstacle === undefined ? 'it is being deleted' : `it is being deleted; ${conditionText(obstacle)}` };
}
