import { compareText } from '@bud-o11y/model';
import { groupOf } from '../objects/object-key.ts';
import type { PlacedObject } from '../objects/object.ts';
import { pluralOf } from '../objects/plural.ts';

/** One rule of a Role, as Kubernetes writes it. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** What applying one object takes, once it exists; `list` and `watch` are of a kind, never of a name. */
const named = ['get', 'patch', 'delete'] as const;

const whole = ['create', 'delete', 'get', 'list', 'patch', 'watch'] as const;

const secrets = { group: '', plural: 'secrets' } as const;

/**
 * The rules for applying these objects, one per group, resources in name order. Secrets are an exception: only by
 * name, and never listed or watched, because a list would hand over those of others.
 */
export function rulesFor(objects: readonly PlacedObject[], definitions: readonly unknown[]): readonly PolicyRule[] {
  const groups = new Map<string, Set<string>>();
  for (const { object } of objects) {
    const group = groupOf(object.apiVersion);
    const plural = pluralOf(object, definitions);
    if (group === secrets.group && plural === secrets.plural) continue;
    groups.set(group, (groups.get(group) ?? new Set()).add(plural));
  }
  const names = objects.filter(({ object }) => object.apiVersion === 'v1' && object.kind === 'Secret').map(({ object }) => object.metadata.name);
  return [
    ...[...groups].sort(([a], [b]) => compareText(a, b)).map(([group, resources]): PolicyRule => ({ apiGroups: [group], resources: [...resources].sort(compareText), verbs: whole })),
    ...(names.length === 0 ? [] : [{ apiGroups: [''], resources: ['secrets'], resourceNames: [...new Set(names)].sort(compareText), verbs: ['create', ...named] }]),
  ];
}

/**
 * The rules for objects in no namespace: their kinds are readable, and only those of these names are writable. A
 * server-side apply asks for `create` with the name, so that this can be limited as well.
 */
export function clusterRulesFor(objects: readonly PlacedObject[], definitions: readonly unknown[], writable: boolean): readonly PolicyRule[] {
  const kinds = new Map<string, { readonly group: string; readonly plural: string; readonly names: Set<string> }>();
  for (const { object } of objects) {
    const group = groupOf(object.apiVersion);
    const plural = pluralOf(object, definitions);
    const kind = kinds.get(`${group}/${plural}`) ?? { group, plural, names: new Set<string>() };
    kinds.set(`${group}/${plural}`, { ...kind, names: kind.names.add(object.metadata.name) });
  }
  return [...kinds].sort(([a], [b]) => compareText(a, b)).flatMap(([, { group, plural, names }]): PolicyRule[] => [
    { apiGroups: [group], resources: [plural], verbs: ['get', 'list', 'watch'] },
    ...(writable ? [{ apiGroups: [group], resources: [plural], resourceNames: [...names].sort(compareText), verbs: ['create', 'delete', 'patch'] }] : []),
  ]);
}
