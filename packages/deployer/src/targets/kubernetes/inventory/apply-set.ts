import { createHash } from 'node:crypto';
import { compareText } from '@bud-o11y/model';
import { keyParts } from '../../../objects/object-key.ts';
import type { InventoryEntry, InventoryPlace } from './entry.ts';

/** Labels and annotations of the ApplySet specification (KEP-3659), so that other tools understand what belongs together. */
export const applySet = {
  /** Label of the parent: the identity of the set. */
  id: 'applyset.k8s.io/id',
  /** Label of each member. */
  partOf: 'applyset.k8s.io/part-of',
  /** Annotations of the parent. */
  tooling: 'applyset.k8s.io/tooling',
  groupKinds: 'applyset.k8s.io/contains-group-kinds',
  namespaces: 'applyset.k8s.io/additional-namespaces',
} as const;

/** Our name as a tool; the version is that of the way we use the specification. */
export const tooling = 'bud-o11y/v1';

/** Name of the parent ConfigMap of an environment; also of its Lease. */
export function inventoryName(environment: string): string {
  return `bud-o11y-${environment}`;
}

/** The identity of an environment's set: made from name, namespace, kind and group of the parent, so that no other object can claim it. */
export function applySetId({ environment, namespace }: InventoryPlace): string {
  const parent = [inventoryName(environment), namespace, 'ConfigMap', ''].join('.');
  return `applyset-${createHash('sha256').update(parent).digest('base64url')}-v1`;
}

/** Hints for other tools: which kinds and which further namespaces the members are of. */
export function applySetHints({ namespace }: InventoryPlace, entries: readonly InventoryEntry[]): Readonly<Record<string, string>> {
  const parts = entries.map(({ key }) => keyParts(key));
  const list = (texts: readonly string[]): string => [...new Set(texts)].sort(compareText).join(',');
  return {
    [applySet.tooling]: tooling,
    [applySet.groupKinds]: list(parts.map(({ group, kind }) => (group === '' ? kind : `${kind}.${group}`))),
    [applySet.namespaces]: list(parts.flatMap((part) => (part.namespace === undefined || part.namespace === namespace ? [] : [part.namespace]))),
  };
}
