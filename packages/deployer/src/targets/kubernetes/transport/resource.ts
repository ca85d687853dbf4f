/** One entry of `metadata.managedFields`; `fieldsV1` is kept as the server sent it. */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly subresource?: string;
  readonly time?: string;
  readonly fieldsV1?: unknown;
}

/** Metadata of an object; what only the server writes is absent before it was stored. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly deletionTimestamp?: string;
  readonly managedFields?: readonly ManagedFields[];
  readonly [field: string]: unknown;
}

/** An object as the server sends it: plain JSON, every field that it has, whether we know it or not. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [field: string]: unknown;
}

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
