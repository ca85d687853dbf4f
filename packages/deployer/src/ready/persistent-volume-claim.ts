import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText, fieldsAt, textAt } from './fields.ts';
import { failed, progressing, ready, type Status } from './status.ts';

/**
 * Ready when it is bound. A claim whose class waits for its first consumer stays pending until a pod uses it: nothing
 * that uses it may wait for it.
 */
export function persistentVolumeClaimStatus(object: KubernetesObject): Status {
  const phase = textAt(fieldsAt(object, 'status'), 'phase');
  if (phase === 'Lost') return failed('its volume is lost');
  if (phase !== 'Bound') return progressing('it is not bound to a volume');
  const resize = ['NodeResizeError', 'ControllerResizeError'].map((type) => conditionOf(object, type)).find((condition) => condition?.status === 'True');
  return resize === undefined ? ready : failed(conditionText(resize));
}
