import type { FieldPath } from '../../../plan/field-path.ts';
import { fieldConflicts } from '../transport/status.ts';
import { readConflictPath } from './conflict-path.ts';

/** A field that we declare and somebody else owns. */
export interface OwnershipConflict {
  readonly manager: string;
  /** `Apply`: another tool declares the field too. `Update`: somebody wrote it. */
  readonly operation: 'Apply' | 'Update';
  readonly subresource?: string;
  /** When the other wrote it, if the server says so. */
  readonly when?: string;
  /** As the server wrote it. */
  readonly field: string;
  readonly path: FieldPath;
}

// Managers that only wrote have their version, and perhaps a time; appliers have neither (seen on kube-apiserver 1.37).
const wording = /^conflict with "((?:[^"\\]|\\.)*)"(?: with subresource "([^"]*)")?( using \S+(?: at (\S+))?)?$/;

/**
 * What stood in the way of a server-side apply; empty when the failure was something else.
 * @param desired the object that was applied: it tells where in a path a name ends
 */
export function conflictsOf(thrown: unknown, desired: unknown): readonly OwnershipConflict[] {
  return fieldConflicts(thrown).map(({ manager, field, message }) => {
    const [, name = manager, subresource, written, when] = wording.exec(message) ?? [];
    return {
      manager: name,
      operation: written === undefined ? 'Apply' : 'Update',
      ...(subresource === undefined ? {} : { subresource }),
      ...(when === undefined ? {} : { when }),
      field,
      path: readConflictPath(field, desired),
    };
  });
}
