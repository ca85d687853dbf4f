import { pathText } from '../../../plan/field-path.ts';
import type { KubernetesObject, ManagedFields } from '../transport/resource.ts';
import { fieldPaths, unionOf } from './field-set.ts';
import { fieldManager, ourEntry } from './manager.ts';

/** One operation of RFC 6902. */
export interface JsonPatchOperation {
  readonly op: 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** How the fields of tools that apply on the client's side become ours, so that a later apply can remove them. */
export interface Adoption {
  readonly managers: readonly string[];
  /** What becomes ours, readable. */
  readonly fields: readonly string[];
  /** Sent once, as `application/json-patch+json`, before the apply; refused when the object changed since. */
  readonly patch: readonly JsonPatchOperation[];
}

/** Content type of `Adoption.patch`. */
export const jsonPatch = 'application/json-patch+json';

/** Under these names stands what was written by a declaration, not by a person: `kubectl apply`, Helm 3, unknown origin. */
const clientSide: ReadonlySet<string> = new Set(['kubectl-client-side-apply', 'helm', 'before-first-apply']);

/** The rewriting of `managedFields` that adopting an object needs; undefined when it needs none. */
export function adoption(live: KubernetesObject): Adoption | undefined {
  const entries = live.metadata.managedFields ?? [];
  const ours = ourEntry(live);
  const isLeftover = ({ manager = '', operation, subresource = '' }: ManagedFields): boolean => clientSide.has(manager) && operation === 'Update' && subresource === '';
  const apiVersion = ours?.apiVersion ?? entries.find(isLeftover)?.apiVersion;
  // Paths of another version may mean other fields.
  const leftovers = entries.filter((entry) => isLeftover(entry) && entry.apiVersion === apiVersion);
  const [first] = leftovers;
  if (first === undefined) return undefined;
  const fieldsV1 = [ours, ...leftovers].reduce<unknown>((all, entry) => unionOf(all, entry?.fieldsV1), {});
  const merged = { ...(ours ?? { ...first, manager: fieldManager, operation: 'Apply' }), fieldsV1 };
  return {
    managers: [...new Set(leftovers.map(({ manager = '' }) => manager))],
    fields: leftovers.flatMap((entry) => fieldPaths(entry.fieldsV1).map(pathText)),
    patch: [
      { op: 'replace', path: '/metadata/managedFields', value: [merged, ...entries.filter((entry) => entry !== ours && !leftovers.includes(entry))] },
      { op: 'replace', path: '/metadata/resourceVersion', value: live.metadata.resourceVersion ?? '' },
    ],
  };
}
