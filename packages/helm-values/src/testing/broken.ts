import { type Environment, type Problem, environmentNamed } from '@bud-o11y/model';
import { type Chart, type Values, valuesArtifact, valuesProblems } from '../chart.ts';
import { charts } from '../charts.ts';

/** What the broken inputs of the specs are made of. */
export const production: Environment = environmentNamed('production');

/** A release by name. For specs only. */
export function chartOf(release: string): Chart {
  const all: readonly Chart[] = charts;
  const chart = all.find((candidate) => candidate.release === release);
  if (chart === undefined) throw new Error(`there is no release ${release}`);
  return chart;
}

/** The problems of a release in production when the value at a path is another; `undefined` leaves it as it is. */
export function withValue(release: string, path: readonly (string | number)[], value: unknown): readonly Problem[] {
  const chart = chartOf(release);
  return valuesProblems(chart, replaced(chart.values(production), path, value) as Values, production);
}

/** The problems of a release in an environment that production became by a change of its data, which nobody looked at before. */
export function withEnvironment(release: string, change: Partial<Environment>): readonly Problem[] {
  return valuesArtifact(chartOf(release), { ...production, ...change }).problems;
}

/** A copy of a value in which the value at a path is another. */
export function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return typeof key === 'number' ? value.toSpliced(key, 1, replaced(value[key], rest, by)) : value;
  return { ...(value as object), [key]: replaced((value as Readonly<Record<string, unknown>> | undefined)?.[key], rest, by) };
}
