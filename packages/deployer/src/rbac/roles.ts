import { compareText, type Environment } from '@bud-o11y/model';
import { awaitedSecrets } from '../objects/awaited-secrets.ts';
import { listAt } from '../objects/fields.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { PlacedObject } from '../objects/object.ts';
import { groupOf, keyParts, type ObjectKeyParts } from '../objects/object-key.ts';
import { clusterRulesFor, type PolicyRule, rulesFor } from './policy-rules.ts';

/**
 * The least that applying an environment takes. The everyday roles apply everything but Namespaces, definitions and
 * roles, which they only read; the bootstrap roles write those, and therefore hold what the environment's own roles
 * grant: Kubernetes lets nobody grant what he does not hold. None may escalate, bind, impersonate or run a command
 * in a pod, and Secrets appear by name only.
 * @param secretsByHand names of the Secrets that somebody makes before an apply, which looks whether they are there
 */
export function rolesFor(objects: readonly PlacedObject[], environment: Environment, secretsByHand: readonly string[]): readonly KubernetesObject[] {
  const name = `bud-o11y-${environment.name}`;
  const awaited = awaitedSecrets(objects, secretsByHand).map(({ key }) => keyParts(key));
  const definitions = objects.map(({ object }) => object).filter(({ kind }) => kind === 'CustomResourceDefinition');
  const spaces = Map.groupBy(objects.filter(({ object }) => object.metadata.namespace !== undefined), ({ object }) => object.metadata.namespace ?? '');
  const home = environment.namespaces.observability;
  const namespaces = [...new Set([home, ...spaces.keys()])].sort(compareText);
  const free = objects.filter(({ object }) => object.metadata.namespace === undefined);
  const everyday = free.filter((placed) => !isBootstrap(placed));
  const bootstrap = free.filter(isBootstrap);
  const roles = [
    ...namespaces.map((namespace) => role('Role', name, namespace, [
      ...rulesFor((spaces.get(namespace) ?? []).filter((placed) => !isBootstrap(placed) && !(namespace === home && placed.object.kind === 'ConfigMap')), definitions),
      ...readOnly(rulesFor((spaces.get(namespace) ?? []).filter(isBootstrap), definitions)),
      ...(namespace === home ? engineRules(name) : []),
      ...lookingAt(awaited.filter((secret) => secret.namespace === namespace)),
    ])),
    role('ClusterRole', name, undefined, [...clusterRulesFor(everyday, definitions, true), ...clusterRulesFor(bootstrap, definitions, false)]),
    ...namespaces.map((namespace) => {
      const own = (spaces.get(namespace) ?? []).filter(isBootstrap);
      return role('Role', `${name}-bootstrap`, namespace, [...rulesFor(own, definitions), ...granted(own, 'Role')]);
    }),
    role('ClusterRole', `${name}-bootstrap`, undefined, [...clusterRulesFor(bootstrap, definitions, true), ...granted(bootstrap, 'ClusterRole')]),
  ];
  return roles.filter((made) => listAt(made, 'rules').length > 0);
}

/** What only a first apply, or a change of rights, writes. */
function isBootstrap({ object }: PlacedObject): boolean {
  return object.kind === 'Namespace' || object.kind === 'CustomResourceDefinition' || groupOf(object.apiVersion) === 'rbac.authorization.k8s.io';
}

/** The inventory and every other ConfigMap, the record of a run, the reason why a pod does not start, and the lock. */
function engineRules(name: string): readonly PolicyRule[] {
  return [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'list'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: [name], verbs: ['delete', 'get', 'update'] },
  ];
}

/** Whether Secrets are there, each by its name. */
function lookingAt(secrets: readonly ObjectKeyParts[]): readonly PolicyRule[] {
  return secrets.length === 0 ? [] : [{ apiGroups: [''], resources: ['secrets'], resourceNames: secrets.map(({ name }) => name), verbs: ['get'] }];
}

function readOnly(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  return rules.map(({ apiGroups, resources }) => ({ apiGroups, resources, verbs: ['get', 'list', 'watch'] }));
}

/** The rules that roles of the environment grant, each once. */
function granted(objects: readonly PlacedObject[], kind: 'Role' | 'ClusterRole'): readonly PolicyRule[] {
  const rules = objects.filter(({ object }) => object.kind === kind).flatMap(({ object }) => listAt(object, 'rules') as readonly PolicyRule[]);
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function role(kind: 'Role' | 'ClusterRole', name: string, namespace: string | undefined, rules: readonly PolicyRule[]): KubernetesObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, rules };
}
