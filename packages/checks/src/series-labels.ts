import { catalogLabels, catalogSeries, resultLabels } from '@bud-o11y/model';
import type { RuleUse } from './rule-use.ts';

/** What is known of the series that a bundle's queries can read. */
export interface SeriesLabels {
  /** Whether a series of this name exists: in the catalog, or recorded by a rule of the bundle. */
  has(series: string): boolean;
  /** The labels it can carry; undefined when the series is unknown or can carry any label. */
  of(series: string): ReadonlySet<string> | undefined;
  /** Every name, for "did you mean". */
  readonly names: readonly string[];
}

/**
 * The catalog's series and those that the rules record. The labels of a recorded series are derived from its expression
 * (see `resultLabels`) and the rule's own labels; one that is recorded by several rules carries the labels of all of them.
 */
export function seriesLabels(rules: readonly RuleUse[]): SeriesLabels {
  const recording = Map.groupBy(rules.filter(({ rule }) => rule.record !== undefined), ({ name }) => name);
  const known = new Map<string, ReadonlySet<string> | undefined>();

  function of(series: string): ReadonlySet<string> | undefined {
    if (known.has(series)) return known.get(series);
    // A series that is read by its own rule, directly or not, has no end to derive from.
    known.set(series, undefined);
    const labels = recording.has(series) ? recorded(recording.get(series) ?? []) : catalogLabels(series);
    known.set(series, labels);
    return labels;
  }

  function recorded(uses: readonly RuleUse[]): ReadonlySet<string> | undefined {
    const parts = uses.map(({ rule }) => ({ expression: resultLabels(rule.expr, of), own: Object.keys(rule.labels ?? {}) }));
    if (parts.some(({ expression }) => expression === undefined)) return undefined;
    return new Set(parts.flatMap(({ expression, own }) => [...(expression ?? []), ...own, '__name__']));
  }

  return {
    has: (series) => catalogSeries.has(series) || recording.has(series),
    of,
    names: [...catalogSeries.keys(), ...recording.keys()],
  };
}
