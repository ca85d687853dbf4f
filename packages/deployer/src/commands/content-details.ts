import type { Change } from '../plan/plan.ts';
import { textDiff } from '../plan/text-diff.ts';
import { diffText } from '../report/diff-text.ts';
import { fieldsText } from '../report/fields-text.ts';
import type { Palette } from '../report/palette.ts';
import type { Target } from '../targets/target.ts';
import type { PlannedTarget } from './plan-for.ts';

/** Lines of a diff that are shown of one hand-edited file when nobody asked for the whole. */
const driftLines = 20;

/**
 * Reads what is there now and gives the diff to print under a change: for hand-edited objects always, for other
 * updates when `updates` is set.
 */
export async function contentDetails(planned: PlannedTarget, target: Target, palette: Palette, { updates }: { readonly updates: boolean }): Promise<(change: Change) => string> {
  const details = new Map<string, string>();
  for (const change of planned.plan.changes) {
    if (change.fields !== undefined) {
      details.set(change.address, fieldsText(change.fields, palette, '       '));
      continue;
    }
    // A target that knows fields has told them; a text would tell the server's own additions as changes.
    if (target.identity.uid !== undefined) continue;
    const isDrift = change.drift !== undefined && change.from !== undefined;
    if (change.to === undefined || change.action === 'adopt' || !(isDrift || (updates && change.action === 'update'))) continue;
    const lines = textDiff((await target.read(change.address)) ?? '', planned.desired.get(change.address)?.text ?? '', updates ? {} : { limit: driftLines });
    details.set(change.address, diffText(lines, palette, '       '));
  }
  return (change) => details.get(change.address) ?? '';
}
