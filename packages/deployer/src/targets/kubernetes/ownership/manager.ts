import { sha256 } from '@bud-o11y/model';
import type { KubernetesObject, ManagedFields } from '../transport/resource.ts';

/** The one name under which we write. To change it is a migration: fields of the old name would belong to nobody. */
export const fieldManager = 'bud-o11y';

/** Our entry of `metadata.managedFields`; undefined when we own nothing there. */
export function ourEntry(object: KubernetesObject): ManagedFields | undefined {
  return object.metadata.managedFields?.find(({ manager, operation, subresource = '' }) => manager === fieldManager && operation === 'Apply' && subresource === '');
}

/**
 * What identifies the set of fields that we own: it changes when anybody changes or takes one of them, and not when
 * others add theirs. Of the entry as the server sent it, whose order is always the same; a false difference would only
 * cost a dry run. Undefined when we own nothing.
 */
export function fieldsDigest(object: KubernetesObject): string | undefined {
  const entry = ourEntry(object);
  return entry === undefined ? undefined : sha256(`${entry.apiVersion ?? ''}\n${JSON.stringify(entry.fieldsV1 ?? {})}`);
}
