/**
 * What a mutant changes. `edge` lets a comparison include its threshold, or no longer; `operand` drops the right side of an
 * operator: a join, a guard, a zero-fill; `join` drops a label by which two sides are matched.
 */
export type MutantKind = 'operator' | 'edge' | 'threshold' | 'hold' | 'matcher' | 'label' | 'rate' | 'window' | 'operand' | 'join' | 'filter' | 'offset';

/** One change of an expression. */
export interface Mutant {
  readonly kind: MutantKind;
  /** What is changed, as somebody would say it: `> becomes <`. Unique within an expression, by a number where needed. */
  readonly what: string;
  readonly text: string;
}

/** A replacement of a stretch of a text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a reader of a syntax tree finds to change. */
export interface Proposal {
  readonly kind: MutantKind;
  readonly what: string;
  readonly edits: readonly Edit[];
}

/** The mutants of an expression, one for each proposal, their names made unique. */
export function mutantsOf(expression: string, proposals: readonly Proposal[]): readonly Mutant[] {
  return proposals.map(({ kind, what, edits }, index) => {
    const same = proposals.slice(0, index).filter((other) => other.kind === kind && other.what === what).length;
    return { kind, what: same === 0 ? what : `${what} (${same + 1})`, text: applied(expression, edits) };
  });
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits.toSorted((a, b) => b.from - a.from).reduce((current, { from, to, text: put }) => `${current.slice(0, from)}${put}${current.slice(to)}`, text);
}

/** A matcher that stands in several selectors is dropped from all of them: where they are joined, one alone decides nothing. */
export function everywhere(proposals: readonly Proposal[]): readonly Proposal[] {
  const repeated = Map.groupBy(proposals.filter(({ kind }) => kind === 'matcher'), ({ what }) => what);
  return [...repeated].filter(([, same]) => same.length > 1).map(([what, same]) => ({ kind: 'matcher', what: `${what} everywhere`, edits: same.flatMap(({ edits }) => edits) }));
}

const opposite: Readonly<Record<string, string>> = { '>': '<', '<': '>', '>=': '<', '<=': '>', '==': '!=', '!=': '==' };

const edges: Readonly<Record<string, string>> = { '>': '>=', '<': '<=', '>=': '>', '<=': '<' };

/** A comparison turned round, and one that differs in the threshold itself alone; none for another operator. `at` is the operator. */
export function comparisonProposals(written: string, at: Omit<Edit, 'text'>): readonly Proposal[] {
  const changes: readonly (readonly [MutantKind, string | undefined])[] = [['operator', opposite[written]], ['edge', edges[written]]];
  return changes.flatMap(([kind, other]) => (other === undefined ? [] : [{ kind, what: `${written} becomes ${other}`, edits: [{ ...at, text: other }] }]));
}

/** Ten times the range: `5m` becomes `50m`. `of` are the durations of an expression that are ranges. */
export function windowProposals(of: readonly Omit<Edit, 'text'>[], text: string): readonly Proposal[] {
  return of.map((at) => {
    const written = text.slice(at.from, at.to);
    const longer = written.replace(/^\d+/, (number) => `${number}0`);
    return { kind: 'window', what: `[${written}] becomes [${longer}]`, edits: [{ from: at.from, to: at.to, text: longer }] };
  });
}

/** Other numbers for a threshold: a quarter more and a quarter less, or one beside zero. */
export function nearby(value: number): readonly number[] {
  return value === 0 ? [1, -1] : [1.25, 0.75].map((factor) => Number((value * factor).toPrecision(9)));
}

/** One entry of a list is dropped, with the comma that parted it from its neighbour. */
export function withoutEntry(entries: readonly { readonly from: number; readonly to: number }[], index: number): Edit {
  const [before, own, after] = [entries[index - 1], entries[index], entries[index + 1]];
  if (own === undefined) throw new RangeError(`the list has no entry ${index}`);
  if (before !== undefined) return { from: before.to, to: own.to, text: '' };
  return { from: own.from, to: after?.from ?? own.to, text: '' };
}
