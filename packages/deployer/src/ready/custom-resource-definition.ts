import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText } from './fields.ts';
import { failed, progressing, ready, type Status } from './status.ts';

/** Ready when its names are its own and the kind is served. */
export function customResourceDefinitionStatus(object: KubernetesObject): Status {
  const names = conditionOf(object, 'NamesAccepted');
  if (names?.status === 'False') return failed(conditionText(names));
  const established = conditionOf(object, 'Established');
  if (established?.status === 'True') return ready;
  return progressing(established === undefined ? 'the kind is not served yet' : conditionText(established));
}
