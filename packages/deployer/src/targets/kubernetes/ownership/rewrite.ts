import { pathText } from '../../../plan/field-path.ts';
import { fieldMatcher } from '../../../plan/field-pattern.ts';
import type { KubernetesObject, ManagedFields } from '../transport/resource.ts';
import { fieldPaths, unionOf, withoutPaths } from './field-set.ts';
import { fieldManager, ourEntry } from './manager.ts';

/** One operation of RFC 6902. */
export interface JsonPatchOperation {
  readonly op: 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** A change of who owns which field, and of nothing else, that an apply needs beforehand. */
export interface Rewrite {
  /** Tools that apply on the client's side, whose fields become ours, so that a later apply can remove them. */
  readonly adopted: readonly string[];
  /** Fields that were ours and are left to others: what we no longer send would be removed, or go back to its default. */
  readonly released: readonly string[];
  /** Sent once, as `application/json-patch+json`, before the apply; refused when the object changed since. */
  readonly patch: readonly JsonPatchOperation[];
}

/** Content type of `Rewrite.patch`. */
export const jsonPatch = 'application/json-patch+json';

/** Under these names stands what was written by a declaration, not by a person: `kubectl apply`, Helm 3, unknown origin. */
const clientSide: ReadonlySet<string> = new Set(['kubectl-client-side-apply', 'helm', 'before-first-apply']);

interface Wanted {
  /** Whether the object becomes ours. */
  readonly adopting: boolean;
  /** Fields that belong to others, as `fieldMatcher` takes them. */
  readonly ignores?: readonly string[];
}

/** The rewriting of `managedFields` that an object needs before it is applied; undefined when it needs none. */
export function ownershipRewrite(live: KubernetesObject, { adopting, ignores = [] }: Wanted): Rewrite | undefined {
  const entries = live.metadata.managedFields ?? [];
  const ours = ourEntry(live);
  const leftovers = adopting ? leftoversIn(entries, ours) : [];
  const base = ours ?? leftovers.map((entry) => ({ ...entry, manager: fieldManager, operation: 'Apply' }))[0];
  if (base === undefined) return undefined;
  const all = leftovers.reduce<unknown>((set, entry) => unionOf(set, entry.fieldsV1), ours?.fieldsV1 ?? {});
  const matches = fieldMatcher(ignores);
  const released = fieldPaths(all).filter(matches).map(pathText);
  if (leftovers.length === 0 && released.length === 0) return undefined;
  const fieldsV1 = released.length === 0 ? all : withoutPaths(all, matches);
  return {
    adopted: [...new Set(leftovers.map(({ manager = '' }) => manager))],
    released,
    patch: [
      { op: 'replace', path: '/metadata/managedFields', value: [{ ...base, fieldsV1 }, ...entries.filter((entry) => entry !== ours && !leftovers.includes(entry))] },
      { op: 'replace', path: '/metadata/resourceVersion', value: live.metadata.resourceVersion ?? '' },
    ],
  };
}

/** Entries of declarations that were made on the client's side; paths of another version may mean other fields, and stay. */
function leftoversIn(entries: readonly ManagedFields[], ours: ManagedFields | undefined): readonly ManagedFields[] {
  const leftovers = entries.filter(({ manager = '', operation, subresource = '' }) => clientSide.has(manager) && operation === 'Update' && subresource === '');
  const apiVersion = ours?.apiVersion ?? leftovers[0]?.apiVersion;
  return leftovers.filter((entry) => entry.apiVersion === apiVersion);
}
