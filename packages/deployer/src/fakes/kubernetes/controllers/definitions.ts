import { type JsonObject, type StoredObject, objectAt } from '../object.ts';

/** The status of a CustomResourceDefinition whose names nobody else has. */
export function establishedStatus({ spec }: StoredObject, now: string): JsonObject {
  const { names, versions } = objectAt(spec);
  const stored = (Array.isArray(versions) ? (versions as readonly JsonObject[]) : []).filter((version) => version['storage'] === true).map((version) => String(version['name']));
  const condition = (type: string, reason: string, message: string): JsonObject => ({ type, status: 'True', reason, message, lastTransitionTime: now });
  return {
    acceptedNames: names,
    storedVersions: stored,
    conditions: [condition('NamesAccepted', 'NoConflicts', 'no conflicts found'), condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted')],
  };
}
