import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText, fieldsAt, numberAt, unobserved } from './fields.ts';
import { failed, progressing, ready, readyOnceSettled, type Status } from './status.ts';

/**
 * For every kind without a rule of its own: what the conditions of the usual names say. An object without any is ready
 * as soon as it exists.
 */
export function statusByConditions(object: KubernetesObject): Status {
  const observes = numberAt(fieldsAt(object, 'status'), 'observedGeneration') !== undefined;
  const behind = observes ? unobserved(object) : undefined;
  if (behind !== undefined) return behind;
  const stalled = conditionOf(object, 'Stalled');
  if (stalled?.status === 'True') return failed(conditionText(stalled));
  const reconciling = conditionOf(object, 'Reconciling');
  if (reconciling?.status === 'True') return progressing(conditionText(reconciling));
  const verdict = conditionOf(object, 'Ready') ?? conditionOf(object, 'Available');
  if (verdict === undefined) return ready;
  if (verdict.status !== 'True') return progressing(conditionText(verdict));
  return observes ? ready : readyOnceSettled;
}
