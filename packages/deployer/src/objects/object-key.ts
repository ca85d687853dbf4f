/** `<group>/<kind>/<namespace>/<name>`; `core` for the group without a name, `_` for no namespace. Sortable, unique in a cluster. */
export type ObjectKey = `${string}/${string}/${string}/${string}`;

/** What identifies an object: fits bodies of requests and answers alike. */
export interface Identified {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

export interface ObjectKeyParts {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export function objectKey({ apiVersion, kind, metadata }: Identified): ObjectKey {
  return keyOf({ group: groupOf(apiVersion), kind, name: metadata.name, ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }) });
}

export function keyOf({ group, kind, namespace, name }: ObjectKeyParts): ObjectKey {
  return `${group === '' ? 'core' : group}/${kind}/${namespace ?? '_'}/${name}`;
}

/** Takes a key apart again. Names have no `/`, so that this is exact. */
export function keyParts(key: ObjectKey): ObjectKeyParts {
  const [group = '', kind = '', namespace = '', name = ''] = key.split('/');
  return { group: group === 'core' ? '' : group, kind, name, ...(namespace === '_' ? {} : { namespace }) };
}

/** The group of an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}
