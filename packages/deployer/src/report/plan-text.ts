import type { Action, Change, Plan } from '../plan/plan.ts';
import { waveNames } from '../plan/waves.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

const marks: Readonly<Record<Action, string>> = { create: '+', update: '~', adopt: '=', delete: '-', forget: '.' };

/** One change as a line: mark, address, digests, and what somebody else did to it. */
export function changeText(change: Change, palette: Palette): string {
  const { action, address, from, to, drift } = change;
  const digests = [from, to].filter((digest) => digest !== undefined).map(short);
  const style = action === 'create' || action === 'adopt' ? palette.added : action === 'update' ? palette.changed : palette.removed;
  const edited = drift === undefined ? '' : from === undefined ? `  removed by hand (was ${short(drift.recorded)})` : `  changed by hand (we wrote ${short(drift.recorded)}, there is ${short(from)})`;
  return `${style(`${marks[action]} ${action.padEnd(6)}`)} ${printable(address)}  ${palette.dim([...new Set(digests)].join(' -> '))}${palette.changed(edited)}`;
}

/** A plan wave by wave, each wave with its changes; unchanged objects are counted only. */
export function planText(plan: Plan, palette: Palette, detail: (change: Change) => string = () => ''): string {
  const lines = [`${palette.strong(`plan for ${plan.environment}`)}: ${plan.target.kind} ${printable(plan.target.address)}\n`];
  for (const [index, wave] of waveNames.entries()) {
    const changes = plan.changes.filter((change) => change.wave === wave);
    const unchanged = plan.unchanged.filter((object) => object.wave === wave).length;
    lines.push(`\n${palette.strong(`${index + 1}. ${wave}`)}  ${changes.length === 0 ? `nothing to change` : `${changes.length} to change`}, ${unchanged} unchanged\n`);
    for (const change of changes) lines.push(`   ${changeText(change, palette)}\n${detail(change)}`);
  }
  lines.push(`\n${planCount(plan)}\n`);
  return lines.join('');
}

/** `3 to create, 1 to delete, 12 unchanged`. */
export function planCount(plan: Plan): string {
  const counts = (Object.keys(marks) as Action[])
    .map((action) => ({ action, amount: plan.changes.filter((change) => change.action === action).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ action, amount }) => `${amount} to ${action}`);
  const tidy = plan.untidy ? ['an unfinished apply to tidy up'] : [];
  return [...(counts.length === 0 ? ['no changes'] : counts), ...tidy, `${plan.unchanged.length} unchanged`].join(', ');
}

/** The first twelve digits of a digest: enough for a person to tell two apart. */
export function short(digest: string): string {
  return digest.slice(0, 12);
}
