import { compareText } from '@bud-o11y/model';
import { fieldDiff } from '../../../plan/field-diff.ts';
import type { FieldPath } from '../../../plan/field-path.ts';
import type { KubernetesObject } from '../transport/resource.ts';
import { serverText } from '../transport/server-text.ts';
import { hasPath } from './field-set.ts';
import { fieldManager, ourEntry } from './manager.ts';

/** A field that is not as we declare it. */
export interface DriftField {
  readonly path: string;
  /** What we declare; undefined when we declare nothing there. */
  readonly ours?: unknown;
  readonly live?: unknown;
  /** Whether both are hidden: the content of a Secret. */
  readonly hidden: boolean;
  /** Who wrote the live value, and when; undefined when nobody says so, as for a field that was removed. */
  readonly manager?: string;
  readonly when?: string;
}

/** Who owns a field besides us: the one who wrote last, of several. */
export function ownerOf(live: KubernetesObject, path: FieldPath): { readonly manager: string; readonly operation: string; readonly when?: string } | undefined {
  return (live.metadata.managedFields ?? [])
    .filter(({ manager, fieldsV1 }) => manager !== fieldManager && hasPath(fieldsV1, path, live))
    .sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? 1 : -1))
    .map(({ manager = '', operation = '', time }) => ({ manager, operation, ...(time === undefined ? {} : { when: time }) }))[0];
}

/** Who wrote into an object since we did, the last first, as `"kubectl-patch" (2026-01-02T03:04:05Z)`; its status is nobody's work on it. */
export function writersOf(live: KubernetesObject): readonly string[] {
  const ours = ourEntry(live)?.time ?? '';
  return (live.metadata.managedFields ?? [])
    .filter(({ manager, subresource, time }) => manager !== fieldManager && subresource !== 'status' && (time ?? ours) >= ours)
    .toSorted((a, b) => compareText(b.time ?? '', a.time ?? ''))
    .map(({ manager = '', time }) => `${JSON.stringify(serverText(manager))}${time === undefined ? '' : ` (${serverText(time)})`}`);
}

/**
 * The fields that an apply would set back.
 * @param applied what the apply would make of it: the answer to a forced dry run, so that the server's own way to write a
 * value is no difference
 */
export function driftFields(live: KubernetesObject, applied: KubernetesObject): readonly DriftField[] {
  return fieldDiff(live, applied).map(({ path, steps, before, after, hidden }) => {
    const owner = ownerOf(live, steps);
    return {
      path,
      ...(after === undefined ? {} : { ours: after }),
      ...(before === undefined ? {} : { live: before }),
      hidden,
      ...(owner === undefined ? {} : { manager: owner.manager, ...(owner.when === undefined ? {} : { when: owner.when }) }),
    };
  });
}
