import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { fieldsAt, itemsAt, textAt } from './fields.ts';
import { progressing, ready, type Status } from './status.ts';

/** By these somebody in the cluster promises to fill the certificate in: cert-manager, Grafana's rollout-operator. */
const promises = [
  ['annotations', 'cert-manager.io/inject-ca-from'],
  ['annotations', 'cert-manager.io/inject-ca-from-secret'],
  ['annotations', 'cert-manager.io/inject-apiserver-ca'],
  ['labels', 'grafana.com/inject-rollout-operator-ca'],
] as const;

/** Ready at once, unless its certificate is still to be filled in by somebody: until then every call of it fails. */
export function webhookConfigurationStatus(object: KubernetesObject): Status {
  const promised = promises.find(([where, name]) => textAt(fieldsAt(object.metadata, where), name) !== '');
  if (promised === undefined) return ready;
  const bare = itemsAt(object, 'webhooks').filter((webhook) => textAt(fieldsAt(webhook, 'clientConfig'), 'caBundle') === '');
  return bare.length === 0 ? ready : progressing(`${bare.map((webhook) => textAt(webhook, 'name')).join(', ')}: no certificate yet (${promised[1]})`);
}
