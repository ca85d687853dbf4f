import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { PlacedObject } from '../objects/object.ts';

/**
 * The Namespaces among these objects, by their names alone: a Role can be made only where its namespace is. An apply
 * gives them their labels.
 */
export function bareNamespaces(objects: readonly PlacedObject[]): readonly KubernetesObject[] {
  return objects.filter(({ object }) => object.kind === 'Namespace').map(({ object: { apiVersion, kind, metadata: { name } } }) => ({ apiVersion, kind, metadata: { name } }));
}
