import { isBuiltIn } from './scope.ts';
import type { KubernetesObject, ObjectMetadata } from '../objects/kubernetes-object.ts';

/**
 * An object of a chart as it is applied: in its namespace, without what only a server writes, and without the nulls
 * that templates leave behind (a custom resource keeps its own: there an empty `grpc:` may mean something).
 * A Job loses the time to live after its end: it stays as the record that it ran, else every apply would run it again.
 */
export function normalForm(object: KubernetesObject, namespace: string | undefined): KubernetesObject {
  const { status: _status, metadata, ...rest } = isBuiltIn(object.apiVersion) ? (withoutNulls(object) as KubernetesObject) : object;
  const { name, namespace: written, creationTimestamp: _created, ...kept } = metadata;
  const place = namespace === undefined ? {} : { namespace: written ?? namespace };
  const { apiVersion, kind, ...fields } = rest;
  return { apiVersion, kind, metadata: withoutNulls({ name, ...place, ...kept }) as ObjectMetadata, ...(kind === 'Job' && apiVersion === 'batch/v1' ? lasting(fields) : fields) };
}

function lasting(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { spec } = fields;
  if (typeof spec !== 'object' || spec === null) return fields;
  const { ttlSecondsAfterFinished: _ttl, ...kept } = spec as Readonly<Record<string, unknown>>;
  return { ...fields, spec: kept };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, withoutNulls(inner)]));
}
