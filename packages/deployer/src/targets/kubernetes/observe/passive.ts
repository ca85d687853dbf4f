import { groupOf } from '../../../objects/index.ts';

/** `<group>/<kind>`; add a kind here that has nothing to become. */
const passive: ReadonlySet<string> = new Set([
  '/ConfigMap', '/Secret', '/ServiceAccount', '/Namespace',
  'rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding',
  'monitoring.coreos.com/PrometheusRule', 'monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/Probe', 'monitoring.coreos.com/ScrapeConfig',
  'networking.k8s.io/NetworkPolicy', 'policy/PodDisruptionBudget',
]);

/** Whether a server adds a status that tells something: of the other kinds the metadata of an answer are all that is new. */
export function hasStatus(object: { readonly apiVersion: string; readonly kind: string }): boolean {
  return object.kind === 'Namespace' || !isPassive(object);
}

/** Whether an object is in place as soon as it exists: an unchanged one is not waited for, and no status is looked at. */
export function isPassive({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return passive.has(`${groupOf(apiVersion)}/${kind}`);
}
