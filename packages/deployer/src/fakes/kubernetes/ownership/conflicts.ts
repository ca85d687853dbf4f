import { type FieldSet, isEmpty, paths } from '../fields/field-set.ts';
import type { JsonObject } from '../object.ts';
import { type Manager, managerId } from './managers.ts';

/** Paths that an applier would change although another manager owns them. */
export interface Conflict {
  readonly manager: Manager;
  readonly set: FieldSet;
}

/** Message and causes of the 409 that an apply without force is answered with. */
export function conflictReport(conflicts: readonly Conflict[]): { readonly message: string; readonly causes: readonly JsonObject[] } {
  const found = conflicts.filter(({ set }) => !isEmpty(set)).sort((a, b) => (managerId(a.manager) < managerId(b.manager) ? -1 : 1));
  const listed = found.flatMap(({ manager, set }) => paths(set).map((field) => ({ manager, field })));
  const causes = listed.map(({ manager, field }) => ({ reason: 'FieldManagerConflict', message: `conflict with ${printManager(manager)}`, field }));
  const [only] = listed;
  if (listed.length === 1 && only !== undefined) return { message: `Apply failed with 1 conflict: conflict with ${printManager(only.manager)}: ${only.field}`, causes };
  const lines = found.flatMap(({ manager, set }) => [`conflicts with ${printManager(manager)}:`, ...paths(set).map((field) => `- ${field}`)]);
  return { message: `Apply failed with ${listed.length} conflicts: ${lines.join('\n')}`, causes };
}

function printManager({ name, operation, apiVersion, subresource }: Manager): string {
  const who = subresource === undefined ? JSON.stringify(name) : `${JSON.stringify(name)} with subresource ${JSON.stringify(subresource)}`;
  return operation === 'Update' ? `${who} using ${apiVersion}` : who;
}
