import type { Drift } from '../plan/drift.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { countText } from './count-text.ts';
import { fieldsText } from './fields-text.ts';
import type { Palette } from './palette.ts';
import { changeText, heldText, missingSourceText } from './plan-text.ts';
import { printable } from './printable.ts';

/** What others changed, object by object, then what could not be looked at, then the sum of both in one line. */
export function driftText(plan: Plan, { changes, held, blocked }: Drift, palette: Palette, detail: (change: Change) => string): string {
  return [
    ...changes.map((change) => `${changeText(change, palette)}\n${detail(change)}`),
    ...held.map((one) => `${heldText(one, palette)}\n${fieldsText(one.fields ?? [], palette, '       ')}`),
    ...blocked.map((one) => `${heldText(one, palette)}\n`),
    ...plan.missing.map((one) => missingSourceText(one, palette)),
    `${palette.strong(plan.environment)}: ${printable(sumText(plan, { changes, held, blocked }))}\n`,
  ].join('');
}

function itOrThem(count: number): string {
  return count === 1 ? 'it' : 'them';
}

function sumText({ conflicts, missing, kept }: Plan, { changes, held, blocked }: Drift): string {
  const [disputed, refused] = (['dispute', 'refused'] as const).map((reason) => held.filter((one) => one.reason === reason).length) as [number, number];
  const found = [
    changes.length > 0 ? `${countText(changes.length, 'object was', 'objects were')} changed by others: \`apply\` takes ${itOrThem(changes.length)} back` : '',
    disputed > 0 ? `${countText(disputed, 'object is', 'objects are')} in dispute: somebody has to decide` : '',
    refused > 0 ? `${countText(refused, 'object is', 'objects are')} refused by the server: \`apply\` does not take ${itOrThem(refused)} back` : '',
  ].filter((part) => part !== '');
  const owned = kept.filter(({ source }) => source !== undefined).length;
  const unseen = [
    missing.length > 0 ? `${owned > 0 ? `${countText(owned, 'object')} of ` : ''}${countText(missing.length, 'release')} ${owned + missing.length > 1 ? 'were' : 'was'} not looked at` : '',
    blocked.length > 0 ? `${countText(blocked.length, 'object')} of kinds that are not served ${blocked.length > 1 ? 'were' : 'was'} not looked at` : '',
    conflicts.length > 0 ? `${countText(conflicts.length, 'error')} in the way of an apply` : '',
  ].filter((part) => part !== '');
  return [...(found.length > 0 ? found : [unseen.length > 0 ? 'no drift in the rest' : 'no drift']), ...unseen].join('; ');
}
