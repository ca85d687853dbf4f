/** How a label compares with a text; the patterns are anchored RE2. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** How numbers compare. */
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** How sets of samples join: what the right side has beside the left, or what the left has and the right has not. */
export type SetOperator = 'or' | 'unless';

/** A matcher of the stream selector, or a label filter that compares with a text. */
export interface LabelMatcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

/** `duration_ms > 5`, or `took > 5s` with the limit in seconds. */
export interface NumberFilter {
  readonly label: string;
  readonly comparison: Comparison;
  readonly limit: number;
}

export type LabelFilter =
  | { readonly kind: 'text'; readonly matcher: LabelMatcher }
  | { readonly kind: 'number' | 'duration'; readonly filter: NumberFilter }
  | { readonly kind: 'and' | 'or'; readonly of: readonly LabelFilter[] };

/** One stage of a pipeline. `json` without fields extracts all of them. */
export type Stage =
  | { readonly kind: 'line'; readonly operator: '|=' | '!=' | '|~' | '!~'; readonly value: string }
  | { readonly kind: 'json'; readonly fields: readonly { readonly label: string; readonly path: readonly string[] }[] | undefined }
  | { readonly kind: 'filter'; readonly filter: LabelFilter };

/** The lines of some streams in a window that ends `offsetMs` before the moment of evaluation. */
export interface RangeExpression {
  readonly kind: 'range';
  readonly operation: 'count_over_time' | 'rate' | 'absent_over_time';
  readonly selector: readonly LabelMatcher[];
  readonly stages: readonly Stage[];
  readonly rangeMs: number;
  readonly offsetMs: number;
}

/** The part of LogQL's metric queries that our rules use. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'vector'; readonly value: number }
  | RangeExpression
  | { readonly kind: 'aggregation'; readonly operation: 'sum' | 'count'; readonly by: readonly string[]; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: Comparison | SetOperator | '*'; readonly left: Expression; readonly right: Expression };
