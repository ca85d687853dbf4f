import { type FieldSet, difference, leaf, node } from '../fields/field-set.ts';
import { fieldElement } from '../fields/path-element.ts';

const metadataFields = ['name', 'namespace', 'creationTimestamp', 'selfLink', 'uid', 'clusterName', 'generation', 'managedFields', 'resourceVersion'];

const nobodys: FieldSet = node(false, [
  [fieldElement('apiVersion'), leaf],
  [fieldElement('kind'), leaf],
  [fieldElement('metadata'), node(true, metadataFields.map((name) => [fieldElement(name), leaf] as const))],
]);

/** The set without what identifies an object or belongs to the server: nobody is ever recorded as its owner. */
export function stripped(set: FieldSet): FieldSet {
  return difference(set, nobodys);
}
