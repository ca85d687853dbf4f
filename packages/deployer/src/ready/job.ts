import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText, fieldsAt, numberAt } from './fields.ts';
import { failed, progressing, ready, type Status } from './status.ts';

/** Ready when it has completed. The template of a Job cannot change, so that its status is always about this one. */
export function jobStatus(object: KubernetesObject): Status {
  const broken = ['Failed', 'FailureTarget'].map((type) => conditionOf(object, type)).find((condition) => condition?.status === 'True');
  if (broken !== undefined) return failed(conditionText(broken));
  if (conditionOf(object, 'Complete')?.status === 'True') return ready;
  if (fieldsAt(object, 'spec')['suspend'] === true) return failed('it is suspended: nothing runs until somebody resumes it');
  const status = fieldsAt(object, 'status');
  const [active, succeeded, errors] = ['active', 'succeeded', 'failed'].map((name) => numberAt(status, name) ?? 0) as [number, number, number];
  return progressing(`${succeeded} pods succeeded, ${active} run, ${errors} failed`);
}
