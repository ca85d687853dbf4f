import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { fieldsAt, itemsAt, textAt } from './fields.ts';
import { progressing, ready, type Status } from './status.ts';

/** Ready when it has its address: that of the cluster, and of the load balancer if it asks for one. */
export function serviceStatus(object: KubernetesObject): Status {
  const spec = fieldsAt(object, 'spec');
  const type = textAt(spec, 'type');
  if (type === 'ExternalName') return ready;
  if (textAt(spec, 'clusterIP') === '') return progressing('it has no address in the cluster');
  if (type !== 'LoadBalancer') return ready;
  return itemsAt(fieldsAt(object, 'status', 'loadBalancer'), 'ingress').length > 0 ? ready : progressing('its load balancer has no address');
}
