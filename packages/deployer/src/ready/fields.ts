import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { progressing, type Status } from './status.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One of `status.conditions`. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** A field that is itself an object; empty when it is absent or something else. */
export function fieldsAt(object: unknown, ...path: readonly string[]): Fields {
  const found = path.reduce<unknown>((current, name) => (isFields(current) && Object.hasOwn(current, name) ? current[name] : undefined), object);
  return isFields(found) ? found : {};
}

/** The objects in a list. */
export function itemsAt(fields: Fields, name: string): readonly Fields[] {
  const list = fields[name];
  return Array.isArray(list) ? list.filter(isFields) : [];
}

export function numberAt(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' ? value : undefined;
}

export function textAt(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

export function conditionOf(object: KubernetesObject, type: string): Condition | undefined {
  const found = itemsAt(fieldsAt(object, 'status'), 'conditions').find((condition) => condition['type'] === type);
  return found === undefined ? undefined : { type, status: textAt(found, 'status'), reason: textAt(found, 'reason'), message: textAt(found, 'message') };
}

/** `Available is False: MinimumReplicasUnavailable: Deployment does not have minimum availability.` */
export function conditionText({ type, status, reason, message }: Condition): string {
  return [`${type} is ${status}`, reason, message].filter((part) => part !== '').join(': ');
}

/** The status of an older generation says nothing about this one; undefined when it is of this one. */
export function unobserved(object: KubernetesObject): Status | undefined {
  const observed = numberAt(fieldsAt(object, 'status'), 'observedGeneration') ?? 0;
  return observed >= (object.metadata.generation ?? 0) ? undefined : progressing('the controller has not seen the change yet');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
