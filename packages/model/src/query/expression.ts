import type { Matcher } from './query.ts';

interface Part {
  /** The text of the query that this part was read from, without parentheses around it. */
  readonly text: string;
}

/** A number; NaN where the query has a duration or a Grafana variable in its place. */
export interface NumberPart extends Part {
  readonly kind: 'number';
  readonly value: number;
}

/** A string argument, without its quotes. */
export interface StringPart extends Part {
  readonly kind: 'string';
  readonly value: string;
}

/** Series by name and matchers, over `range` when there is one (`5m`, `$__rate_interval`). */
export interface SelectorPart extends Part {
  readonly kind: 'selector';
  /** Empty where only matchers select. */
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  readonly range: string | undefined;
}

/** `expression[1h:1m]`. */
export interface SubqueryPart extends Part {
  readonly kind: 'subquery';
  readonly of: Expression;
  readonly range: string;
}

/** A function of PromQL with its arguments. */
export interface CallPart extends Part {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `sum by (a) (…)`; without a clause it is `by ()`. */
export interface AggregationPart extends Part {
  readonly kind: 'aggregation';
  readonly name: string;
  readonly clause: 'by' | 'without';
  readonly labels: readonly string[];
  /** First argument of `topk`, `quantile`, `count_values` and the like. */
  readonly parameter: Expression | undefined;
  readonly of: Expression;
}

/** Which labels of the two sides have to agree. */
export interface Matching {
  readonly clause: 'on' | 'ignoring';
  readonly labels: readonly string[];
  /** Side of which several series may meet one of the other. */
  readonly many: 'left' | 'right' | undefined;
  /** Labels that come over from the side of the one. */
  readonly include: readonly string[];
}

/** Two sides and an operator: arithmetic, comparison or set operator. */
export interface BinaryPart extends Part {
  readonly kind: 'binary';
  readonly operator: string;
  /** Whether a comparison gives 0 and 1 instead of taking series away. */
  readonly isBool: boolean;
  readonly matching: Matching | undefined;
  readonly left: Expression;
  readonly right: Expression;
}

/** A PromQL query as a tree. Parentheses, `offset` and `@` change no meaning that a check asks for and are left out. */
export type Expression = NumberPart | StringPart | SelectorPart | SubqueryPart | CallPart | AggregationPart | BinaryPart;

/** What an expression is made of, one level down, left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.arguments;
    case 'aggregation':
      return expression.parameter === undefined ? [expression.of] : [expression.parameter, expression.of];
    case 'subquery':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    default:
      return [];
  }
}

/** A part of a query and what it stands in, innermost first. */
export interface Placed {
  readonly part: Expression;
  readonly above: readonly Expression[];
}

/** The whole tree, each part before those that it is made of. */
export function* walk(expression: Expression, above: readonly Expression[] = []): Generator<Placed> {
  yield { part: expression, above };
  for (const part of partsOf(expression)) yield* walk(part, [expression, ...above]);
}
