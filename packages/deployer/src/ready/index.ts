import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { apiServiceStatus } from './api-service.ts';
import { customResourceDefinitionStatus } from './custom-resource-definition.ts';
import { daemonSetStatus } from './daemon-set.ts';
import { deploymentStatus } from './deployment.ts';
import { jobStatus } from './job.ts';
import { namespaceStatus } from './namespace.ts';
import { persistentVolumeClaimStatus } from './persistent-volume-claim.ts';
import { podStatus } from './pod.ts';
import { serviceStatus } from './service.ts';
import { statefulSetStatus } from './stateful-set.ts';
import { statusByConditions } from './by-conditions.ts';
import type { ReadyCheck, Status } from './status.ts';
import { webhookConfigurationStatus } from './webhook-configuration.ts';

export { type ReadyCheck, type ReadyState, settled, type Status } from './status.ts';
export { withPods } from './with-pods.ts';

/** `<group>/<kind>`; add a kind here. The version does not matter: all versions of a kind share their status. */
const checks: Readonly<Record<string, ReadyCheck>> = {
  '/Namespace': namespaceStatus,
  '/PersistentVolumeClaim': persistentVolumeClaimStatus,
  '/Pod': podStatus,
  '/Service': serviceStatus,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhookConfigurationStatus,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhookConfigurationStatus,
  'apiextensions.k8s.io/CustomResourceDefinition': customResourceDefinitionStatus,
  'apiregistration.k8s.io/APIService': apiServiceStatus,
  'apps/DaemonSet': daemonSetStatus,
  'apps/Deployment': deploymentStatus,
  'apps/StatefulSet': statefulSetStatus,
  'batch/Job': jobStatus,
};

/** Whether an object has become what it was asked to be, by one observed state of it. Pure: time is `settled`'s. */
export function readiness(object: KubernetesObject): Status {
  const { apiVersion, kind, metadata } = object;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const check = checks[`${group}/${kind}`] ?? statusByConditions;
  const status = check(object);
  if (metadata.deletionTimestamp === undefined || status.state === 'terminating') return status;
  const finalizers = Array.isArray(metadata['finalizers']) ? metadata['finalizers'].join(', ') : '';
  return { state: 'terminating', reason: finalizers === '' ? 'it is being deleted' : `it is being deleted, and waits for ${finalizers}` };
}
