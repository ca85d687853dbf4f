import type { Comparison, LabelMatcher } from './syntax.ts';

/** The labels of a line or of a result. A label that is missing and an empty one are the same. */
export type LabelSet = Readonly<Record<string, string>>;

/** Whether labels satisfy a matcher: patterns are anchored at both ends. */
export function matches({ label, operator, value }: LabelMatcher, labels: LabelSet): boolean {
  const actual = labels[label] ?? '';
  const equal = operator === '=' || operator === '!=' ? actual === value : new RegExp(`^(?:${value})$`, 's').test(actual);
  return equal === (operator === '=' || operator === '=~');
}

export function compare(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '==':
      return left === right;
    case '!=':
      return left !== right;
  }
}

/** Labels without the empty ones, in one order: equal sets of labels have equal keys. */
export function labelKey(labels: LabelSet): string {
  return JSON.stringify(Object.entries(labels).filter(([, value]) => value !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
