import { textDiff } from '../plan/text-diff.ts';
import { redact, redactedJson } from '../redact.ts';
import type { ArtifactChange, SharedChange } from '../review/review.ts';
import type { Difference } from '../review/structural-diff.ts';
import { diffText } from './diff-text.ts';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** Longer values are cut: the file itself has them whole. */
const longestValue = 300;

/** A review for a person: per artifact, per set of environments, what was there and what is. */
export function reviewText(review: readonly ArtifactChange[], palette: Palette): string {
  return review.map(({ path, changes }) => `${palette.strong(printable(path))}\n${changes.map((change) => changeText(change, palette)).join('')}`).join('\n');
}

function changeText({ environments, status, differences }: SharedChange, palette: Palette): string {
  const where = `  ${environments.join(', ')}${environments.length > 1 && differences.length > 0 ? ': same change' : ''}`;
  if (status === 'added') return `${where}: ${palette.added('added')}\n`;
  if (status === 'removed') return `${where}: ${palette.removed('removed')}\n`;
  return `${where}\n${differences.map((difference) => differenceText(difference, palette)).join('')}`;
}

function differenceText({ at, before, after }: Difference, palette: Palette): string {
  const head = `    ${palette.changed(printable(at))}\n`;
  if (typeof before === 'string' && typeof after === 'string' && (before.includes('\n') || after.includes('\n'))) {
    return head + diffText(textDiff(before, after, { context: 1, limit: 40 }), palette, '      ');
  }
  const side = (mark: '-' | '+', value: unknown, style: (text: string) => string): string => (value === undefined ? '' : `      ${style(`${mark} ${valueText(at, value)}`)}\n`);
  return head + side('-', before, palette.removed) + side('+', after, palette.added);
}

function valueText(at: string, value: unknown): string {
  const key = at.slice(at.lastIndexOf('.') + 1);
  const shown = typeof value === 'string' ? redact(`${key}: ${value}`).slice(key.length + 2) : redactedJson(value);
  return printable(shown.length > longestValue ? `${shown.slice(0, longestValue)}…` : shown).replaceAll('\n', ' ');
}
