import { type Token, closing, tokens, wordList } from './tokens.ts';

/** Labels that the series of a name can carry; undefined when nobody knows. */
export type LabelLookup = (series: string) => ReadonlySet<string> | undefined;

/** Aggregations that keep only the labels of their `by`. */
const aggregations: ReadonlySet<string> = new Set(['sum', 'min', 'max', 'avg', 'count', 'group', 'stddev', 'stdvar', 'quantile', 'count_values']);
/** Words before a list that keep the labels of what they choose or sort. */
const choosers: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio', 'approx_topk', 'sort', 'sort_desc']);
const keywords: ReadonlySet<string> = new Set(['and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan', 'atan2', 'start', 'end']);
/** Operators whose right side decides what stays and adds no label. */
const sieves: ReadonlySet<string> = new Set(['and', 'unless']);
const labelLists: ReadonlySet<string> = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);

/**
 * An upper bound of the labels that the result of a query can carry, or undefined when there is none.
 * It never leaves out a label that the result has, and may name one that it has not: an aggregation gives the labels of its `by`,
 * a selector outside every such aggregation all labels of its series, `absent` those that its selector fixes, `without` takes nothing
 * away, and both sides of an operator count, except that `and` and `unless` give only what is on their left.
 */
export function resultLabels(query: string, lookup: LabelLookup): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  return collect(tokens(query), lookup, found) ? found : undefined;
}

/** Adds to `found`; false when something in the list can carry labels that nobody knows. */
function collect(list: readonly Token[], lookup: LabelLookup, found: Set<string>): boolean {
  for (let at = 0; at < list.length; at += 1) {
    const token = list[at] as Token;
    if (token.kind === 'braces') return false;
    if (sieves.has(token.text)) {
      at = endOfOperand(list, at + 1) - 1;
      continue;
    }
    if (token.text === 'absent' || token.text === 'absent_over_time') {
      const end = closing(list, at + 1);
      fixedLabels(list, at, end).forEach((label) => found.add(label));
      at = end;
      continue;
    }
    if (token.kind !== 'word' || choosers.has(token.text) || keywords.has(token.text.toLowerCase())) continue;
    if (labelLists.has(token.text)) {
      if (list[at + 1]?.text !== '(') continue;
      const { words, after } = wordList(list, at + 1);
      if (token.text.startsWith('group_')) words.forEach((word) => found.add(word));
      at = after - 1;
      continue;
    }
    if (aggregations.has(token.text)) {
      const grouped = grouping(list, at);
      if (grouped === undefined) continue;
      grouped.by.forEach((label) => found.add(label));
      at = grouped.last;
      continue;
    }
    if (list[at + 1]?.text === '(') {
      writtenLabels(list, at).forEach((label) => found.add(label));
      continue;
    }
    const labels = lookup(token.text);
    if (labels === undefined) return false;
    labels.forEach((label) => found.add(label));
    if (list[at + 1]?.kind === 'braces') at += 1;
  }
  return true;
}

/** Where the right side of a set operator ends: nothing binds more loosely but another set operator. */
function endOfOperand(list: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < list.length; at += 1) {
    const { text, kind } = list[at] as Token;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && kind === 'word' && (text === 'or' || sieves.has(text)))) return at;
  }
  return list.length;
}

/** Labels that the selectors of a range of tokens fix to one value. */
function fixedLabels(list: readonly Token[], from: number, to: number): readonly string[] {
  return list
    .slice(from, to)
    .filter(({ kind }) => kind === 'braces')
    .flatMap(({ text }) => [...text.matchAll(/([a-zA-Z_]\w*)\s*=\s*["'`]/g)].map(([, label = '']) => label));
}

/** `sum by (a) (…)`, `sum (…) by (a)` or `sum(…)`: its labels and its last token; undefined for `without`. */
function grouping(list: readonly Token[], at: number): { readonly by: readonly string[]; readonly last: number } | undefined {
  const leading = list[at + 1]?.text === 'by' ? wordList(list, at + 2) : undefined;
  const end = closing(list, leading?.after ?? at + 1);
  const clause = leading === undefined ? list[end + 1]?.text : 'by';
  if (list[at + 1]?.text === 'without' || clause === 'without') return undefined;
  const { words, after } = leading ?? (clause === 'by' ? wordList(list, end + 2) : { words: [], after: end + 1 });
  const written = list[at]?.text === 'count_values' ? stringsBetween(list, at, end) : [];
  return { by: [...words, ...written], last: leading === undefined ? after - 1 : end };
}

/** Labels that a function writes itself: any name among the quoted arguments of label_replace and label_join. */
function writtenLabels(list: readonly Token[], at: number): readonly string[] {
  const name = list[at]?.text;
  return name === 'label_replace' || name === 'label_join' ? stringsBetween(list, at, closing(list, at + 1)) : [];
}

function stringsBetween(list: readonly Token[], from: number, to: number): readonly string[] {
  return list
    .slice(from, to)
    .filter(({ kind }) => kind === 'string')
    .map(({ text }) => text.slice(1, -1))
    .filter((text) => /^[a-zA-Z_]\w*$/.test(text));
}

/** Every label that a query writes into its series anywhere, whatever becomes of it further out. */
export function labelsWritten(query: string): ReadonlySet<string> {
  const list = tokens(query);
  return new Set(list.flatMap((token, at) => (token.text === 'count_values' ? stringsBetween(list, at, grouping(list, at)?.last ?? at) : writtenLabels(list, at))));
}
