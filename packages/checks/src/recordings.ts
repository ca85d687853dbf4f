import { type Expression, promqlExpression, walk } from '@bud-o11y/model';
import type { RuleUse } from './rule-use.ts';

/** The recorded series of a bundle and what they are recorded from. */
export interface Recordings {
  /** Whether a rule of the bundle records the series. */
  has(series: string): boolean;
  /** The rules that record it; several may, each with labels of its own. */
  of(series: string): readonly RuleUse[];
  /** What the rules record, as trees; none for what is recorded from logs. */
  expressions(series: string): readonly Expression[];
  /** Series, and all that they are recorded from, directly or not. */
  sources(series: readonly string[]): ReadonlySet<string>;
  readonly names: readonly string[];
}

/** The series that an expression selects. */
export function seriesRead(expression: Expression): readonly string[] {
  return [...walk(expression)].flatMap(({ part }) => (part.kind === 'selector' && part.metric !== '' ? [part.metric] : []));
}

/** Finds recordings by the name of their series. */
export function recordingsOf(rules: readonly RuleUse[]): Recordings {
  const byName = Map.groupBy(rules.filter(({ rule }) => rule.record !== undefined), ({ name }) => name);
  const of = (series: string): readonly RuleUse[] => byName.get(series) ?? [];
  const expressions = (series: string): readonly Expression[] => of(series).flatMap(({ artifact, rule }) => (artifact.evaluator === 'loki' ? [] : (promqlExpression(rule.expr) ?? [])));

  function collect(series: readonly string[], found: Set<string>): ReadonlySet<string> {
    for (const name of series) {
      if (found.has(name)) continue;
      found.add(name);
      collect(expressions(name).flatMap(seriesRead), found);
    }
    return found;
  }

  return {
    has: (series) => byName.has(series),
    of,
    expressions,
    sources: (series) => collect(series, new Set()),
    names: [...byName.keys()],
  };
}
