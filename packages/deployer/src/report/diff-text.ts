import type { DiffLine } from '../plan/text-diff.ts';
import { redact } from '../redact.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** Lines of a diff for a person, indented; secrets hidden, control characters shown. */
export function diffText(lines: readonly DiffLine[], palette: Palette, indent: string): string {
  return lines.map(({ mark, text }) => {
    const line = printable(redact(text));
    if (mark === '@') return `${indent}${palette.dim(`@ ${line}`)}\n`;
    const style = mark === '+' ? palette.added : mark === '-' ? palette.removed : (plain: string) => plain;
    return `${indent}${style(`${mark} ${line}`)}\n`;
  }).join('');
}
