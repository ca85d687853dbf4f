import type { OwnedChange } from '../plan/plan.ts';
import { redactedValue } from '../redact.ts';
import { diffText } from './diff-text.ts';
import { textDiff } from '../plan/text-diff.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** Longer values are cut: `-o json` has them whole. */
const longestValue = 200;
const mostLines = 40;

/** How an object would change, a line or two per field, with who wrote what is there now. */
export function fieldsText(fields: readonly OwnedChange[], palette: Palette, indent: string): string {
  return fields.map((field) => `${indent}${palette.changed(printable(field.path))}${ownerText(field, palette)}\n${sidesText(field, palette, `${indent}  `)}`).join('');
}

/** ` (kubectl-edit, 2026-01-02T03:04:05Z)`; empty when nobody is known. */
function ownerText({ manager, when }: OwnedChange, palette: Palette): string {
  if (manager === undefined) return '';
  return palette.dim(printable(`  (${manager}${when === undefined ? '' : `, ${when}`})`));
}

function sidesText({ path, before, after, hidden }: OwnedChange, palette: Palette, indent: string): string {
  if (hidden) return `${indent}${palette.dim('changed; the content of a Secret is not shown')}\n`;
  const [old, now] = [redactedValue(path, before), redactedValue(path, after)];
  if (typeof old === 'string' && typeof now === 'string' && (old.includes('\n') || now.includes('\n'))) return diffText(textDiff(old, now, { context: 1, limit: mostLines }), palette, indent);
  const side = (mark: '-' | '+', value: unknown, style: (text: string) => string): string => (value === undefined ? '' : `${indent}${style(`${mark} ${valueText(value)}`)}\n`);
  return side('-', old, palette.removed) + side('+', now, palette.added);
}

/** A value on one line. */
export function valueText(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\n', ' ');
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
