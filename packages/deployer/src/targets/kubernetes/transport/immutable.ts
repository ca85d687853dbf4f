import type { Status } from './status.ts';

/** Fields that the API server never lets change, by kind: a path and everything below it. */
const immutablePaths: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ['roleRef'],
  ConfigMap: ['data', 'binaryData', 'immutable'],
  DaemonSet: ['spec.selector'],
  Deployment: ['spec.selector'],
  Job: ['spec.template', 'spec.selector', 'spec.completions', 'spec.completionMode'],
  PersistentVolumeClaim: ['spec'],
  ReplicaSet: ['spec.selector'],
  RoleBinding: ['roleRef'],
  Secret: ['data', 'immutable', 'type'],
  Service: ['spec.clusterIP', 'spec.clusterIPs'],
  StatefulSet: ['spec'],
  StorageClass: ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'],
};

/** How the validation says that it is about the change, not about the value. */
const aboutChange = /immutable|updates to .* are forbidden|cannot change roleRef|may not change once set/;

/**
 * The field that cannot change, if that is why an object was refused. The list decides together with the message:
 * any message alone is no proof, and taking a plain validation error for one could delete an object.
 */
export function immutableField({ kind, causes }: Status): string | undefined {
  const paths = immutablePaths[kind] ?? [];
  return causes.find(({ field, message }) => aboutChange.test(message) && paths.some((path) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`)))?.field;
}
