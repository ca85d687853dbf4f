import type { Problem } from '../problem.ts';

export type QueryLanguage = 'promql' | 'logql' | 'traceql';

/** One label matcher as it stands in the finished text. */
export interface Matcher {
  readonly label: string;
  readonly op: string;
  readonly value: string;
}

/** One series or stream selector of a query. `metric` is empty for a log stream. */
export interface SelectorUse {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** A finished query: its text, and what its syntax tree says about it. Immutable. */
export interface Query {
  readonly language: QueryLanguage;
  readonly text: string;
  readonly selectors: readonly SelectorUse[];
  /** Labels, log fields or span attributes named outside a selector (`by`, `on`, label filters, …). */
  readonly names: readonly string[];
  /** Grafana variables that the text refers to, without `$`. */
  readonly variables: readonly string[];
  /** Syntax errors and names that do not come from the catalog. */
  readonly problems: readonly Problem[];
  readonly brand: 'query';
}

/** The metrics that a query reads, each once, in order of first use. */
export function metricsRead(query: Query): readonly string[] {
  return [...new Set(query.selectors.map((selector) => selector.metric).filter((name) => name !== ''))];
}
