import { builtInType } from './schema/definitions.ts';
import type { JsonObject } from './object.ts';
import type { Schema } from './schema/schema.ts';

/** A kind that the server serves. */
export interface ServedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
  readonly schema: Schema;
  readonly subresources: readonly ('status' | 'scale')[];
  /** Comes from a CustomResourceDefinition. */
  readonly custom: boolean;
  /** OpenAPI schema that objects of a custom kind must satisfy. */
  readonly validation?: JsonObject;
}

export function apiVersionOf({ group, version }: Pick<ServedKind, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}

/** Key of a kind in the store: all versions share it. */
export function resourceKey({ group, plural }: Pick<ServedKind, 'group' | 'plural'>): string {
  return `${group}/${plural}`;
}

type Row = readonly [kind: string, plural: string, scope: 'ns' | 'cluster', short: string, ...subresources: readonly ('status' | 'scale')[]];

const rows: Readonly<Record<string, readonly Row[]>> = {
  v1: [
    ['ConfigMap', 'configmaps', 'ns', 'cm'], ['Event', 'events', 'ns', 'ev'], ['Namespace', 'namespaces', 'cluster', 'ns', 'status'], ['Node', 'nodes', 'cluster', 'no', 'status'],
    ['PersistentVolume', 'persistentvolumes', 'cluster', 'pv', 'status'], ['PersistentVolumeClaim', 'persistentvolumeclaims', 'ns', 'pvc', 'status'], ['Pod', 'pods', 'ns', 'po', 'status'],
    ['Secret', 'secrets', 'ns', ''], ['Service', 'services', 'ns', 'svc', 'status'], ['ServiceAccount', 'serviceaccounts', 'ns', 'sa'],
  ],
  'apps/v1': [
    ['DaemonSet', 'daemonsets', 'ns', 'ds', 'status'], ['Deployment', 'deployments', 'ns', 'deploy', 'scale', 'status'], ['ReplicaSet', 'replicasets', 'ns', 'rs', 'scale', 'status'],
    ['StatefulSet', 'statefulsets', 'ns', 'sts', 'scale', 'status'],
  ],
  'batch/v1': [['CronJob', 'cronjobs', 'ns', 'cj', 'status'], ['Job', 'jobs', 'ns', '', 'status']],
  'rbac.authorization.k8s.io/v1': [
    ['ClusterRole', 'clusterroles', 'cluster', ''], ['ClusterRoleBinding', 'clusterrolebindings', 'cluster', ''], ['Role', 'roles', 'ns', ''], ['RoleBinding', 'rolebindings', 'ns', ''],
  ],
  'coordination.k8s.io/v1': [['Lease', 'leases', 'ns', '']],
  'policy/v1': [['PodDisruptionBudget', 'poddisruptionbudgets', 'ns', 'pdb', 'status']],
  'networking.k8s.io/v1': [['Ingress', 'ingresses', 'ns', 'ing', 'status'], ['NetworkPolicy', 'networkpolicies', 'ns', 'netpol']],
  'autoscaling/v2': [['HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'ns', 'hpa', 'status']],
  'admissionregistration.k8s.io/v1': [
    ['MutatingWebhookConfiguration', 'mutatingwebhookconfigurations', 'cluster', ''], ['ValidatingWebhookConfiguration', 'validatingwebhookconfigurations', 'cluster', ''],
  ],
  'scheduling.k8s.io/v1': [['PriorityClass', 'priorityclasses', 'cluster', 'pc']],
  'apiextensions.k8s.io/v1': [['CustomResourceDefinition', 'customresourcedefinitions', 'cluster', 'crd', 'status']],
};

/** What a new server serves: the kinds that an environment of this project is made of. */
export const builtInKinds: readonly ServedKind[] = Object.entries(rows).flatMap(([apiVersion, kinds]) =>
  kinds.map(([kind, plural, scope, short, ...subresources]) => {
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    return {
      group: group ?? '',
      version: version ?? '',
      kind,
      plural,
      singular: kind.toLowerCase(),
      shortNames: short === '' ? [] : [short],
      namespaced: scope === 'ns',
      schema: builtInType(apiVersion, kind) ?? 'any',
      subresources,
      custom: false,
    };
  }),
);
