import { durationMs } from '@bud-o11y/model';
import { errorLabel } from './json-stage.ts';
import { type LabelSet, compare, matches } from './match.ts';
import type { LabelFilter, NumberFilter } from './syntax.ts';

/** What a filter makes of a line's labels: those it goes on with, or undefined where the line is dropped. */
export type Filtered = LabelSet | undefined;

/**
 * Loki's label filter. Texts compare a missing label as empty. Numbers drop a line without the label, keep one that has an
 * error already, and turn a value that is no number into an error.
 */
export function filterLabels(filter: LabelFilter, labels: LabelSet): Filtered {
  switch (filter.kind) {
    case 'text':
      return matches(filter.matcher, labels) ? labels : undefined;
    case 'number':
      return filterNumber(filter.filter, labels, (text) => (text.trim() === '' ? Number.NaN : Number(text)));
    case 'duration':
      return filterNumber(filter.filter, labels, (text) => (durationMs(text) ?? Number.NaN) / 1_000);
    case 'and':
      return filter.of.reduce<Filtered>((kept, one) => (kept === undefined ? undefined : filterLabels(one, kept)), labels);
    case 'or':
      return filter.of.map((one) => filterLabels(one, labels)).find((kept) => kept !== undefined);
  }
}

function filterNumber({ label, comparison, limit }: NumberFilter, labels: LabelSet, read: (text: string) => number): Filtered {
  if ((labels[errorLabel] ?? '') !== '') return labels;
  const text = labels[label];
  if (text === undefined) return undefined;
  const value = read(text);
  if (Number.isNaN(value)) return { ...labels, [errorLabel]: 'LabelFilterErr' };
  return compare(value, comparison, limit) ? labels : undefined;
}
