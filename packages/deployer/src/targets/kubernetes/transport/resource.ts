export type { KubernetesObject, ManagedFields, ObjectMetadata } from '../../../objects/kubernetes-object.ts';

/** A collection of objects. `group` is empty for the core group; no namespace means all of them, or a cluster-wide kind. */
export interface ResourceRef {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespace?: string;
}

/**
 * The path of a collection, or of one object in it. Names are encoded and otherwise left alone: RBAC names may have
 * capitals and colons.
 */
export function resourcePath({ group, version, plural, namespace }: ResourceRef, name?: string, subresource?: string): string {
  const segments = [...(group === '' ? ['api'] : ['apis', group]), version, ...(namespace === undefined ? [] : ['namespaces', namespace]), plural];
  if (name !== undefined) segments.push(name);
  if (name !== undefined && subresource !== undefined) segments.push(subresource);
  return segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
}
