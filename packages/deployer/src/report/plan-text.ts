import type { Action, Change, Held, MissingSource, Plan } from '../plan/plan.ts';
import { waveNames } from '../plan/waves.ts';
import { countText } from './count-text.ts';
import { fieldsText } from './fields-text.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

const marks: Readonly<Record<Action, string>> = { create: '+', update: '~', takeBack: '<', replace: '*', adopt: '=', delete: '-', forget: '.' };

const words: Readonly<Record<Action, string>> = { create: 'create', update: 'update', takeBack: 'take back', replace: 'replace', adopt: 'adopt', delete: 'delete', forget: 'forget' };

/** An object that is left alone as a line, with the reason. */
export function heldText({ reason, problem }: Held, palette: Palette): string {
  return `${palette.changed(`! ${reason}`)} ${printable(problem.what)}`;
}

/** One change as a line: mark, address, digests, and what somebody else did to it; below it what happens beside the change of fields. */
export function changeText(change: Change, palette: Palette): string {
  const { action, address, from, to, drift } = change;
  const digests = [from, to].filter((digest) => digest !== undefined).map(short);
  const style = action === 'create' || action === 'adopt' ? palette.added : action === 'update' || action === 'takeBack' ? palette.changed : palette.removed;
  const there = change.fields === undefined && from !== undefined ? `, there is ${short(from)}` : '';
  const edited = drift === undefined ? '' : from === undefined ? `  removed by hand (was ${short(drift.recorded)})` : `  changed by hand (we wrote ${short(drift.recorded)}${there})`;
  return `${style(`${marks[action]} ${words[action].padEnd(6)}`)} ${printable(address)}  ${palette.dim([...new Set(digests)].join(' -> '))}${palette.changed(edited)}${(change.notes ?? []).map((note) => `\n       ${printable(note)}`).join('')}`;
}

/** A plan wave by wave, each wave with its changes; unchanged objects are counted only. */
export function planText(plan: Plan, palette: Palette, detail: (change: Change) => string = () => ''): string {
  const lines = [`${palette.strong(`plan for ${plan.environment}`)}: ${plan.target.kind} ${printable(plan.target.address)}\n`];
  for (const [index, wave] of waveNames.entries()) {
    const changes = plan.changes.filter((change) => change.wave === wave);
    const held = plan.held.filter((one) => one.wave === wave);
    const unchanged = plan.unchanged.filter((object) => object.wave === wave).length;
    lines.push(`\n${palette.strong(`${index + 1}. ${wave}`)}  ${changes.length === 0 ? `nothing to change` : `${changes.length} to change`}, ${unchanged} unchanged\n`);
    for (const change of changes) lines.push(`   ${changeText(change, palette)}\n${detail(change)}`);
    for (const one of held) lines.push(`   ${heldText(one, palette)}\n${one.fields === undefined ? '' : fieldsText(one.fields, palette, '       ')}`);
  }
  for (const { address, why } of plan.kept) lines.push(`kept ${printable(address)}: ${printable(why)}\n`);
  for (const one of plan.missing) lines.push(missingSourceText(one, palette));
  lines.push(`\n${planCount(plan)}\n`);
  return lines.join('');
}

/** A release whose objects are not known here, as a line. */
export function missingSourceText({ source, why }: MissingSource, palette: Palette): string {
  return `${palette.changed('missing')} ${printable(source)}: ${printable(why)}\n`;
}

/** `3 to create, 1 to delete, 12 unchanged, 1 release not looked at`. */
export function planCount(plan: Plan): string {
  const counts = (Object.keys(marks) as Action[])
    .map((action) => ({ action, amount: plan.changes.filter((change) => change.action === action).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ action, amount }) => `${amount} to ${words[action]}`);
  const held = (['dispute', 'blocked', 'refused'] as const)
    .map((reason) => ({ reason, amount: plan.held.filter((one) => one.reason === reason).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ reason, amount }) => `${amount} ${heldWords[reason]}`);
  const tidy = plan.untidy ? ['an unfinished apply to tidy up'] : [];
  const missing = plan.missing.length === 0 ? [] : [`${countText(plan.missing.length, 'release')} not looked at`];
  return [...(counts.length === 0 ? ['no changes'] : counts), ...held, ...tidy, `${plan.unchanged.length} unchanged`, ...missing].join(', ');
}

const heldWords = { dispute: 'in dispute', blocked: 'blocked', refused: 'refused' } as const;

/** The first twelve digits of a digest: enough for a person to tell two apart. */
export function short(digest: string): string {
  return digest.slice(0, 12);
}
