export { type KubernetesObjects, kubernetesObjects } from './kubernetes-objects.ts';
export type { KubernetesObject, ManagedFields, ObjectMetadata } from './kubernetes-object.ts';
export type { FieldClaim, ObjectPolicy, ObjectSource, PlacedObject } from './object.ts';
export { groupOf, type Identified, keyOf, keyParts, objectKey, type ObjectKey, type ObjectKeyParts } from './object-key.ts';
