import { type Environment, type Problem, valueAt } from '@bud-o11y/model';
import type { Values } from './chart.ts';
import { type ValuesPlace, valueProblem } from './value-problems.ts';

/** A fault that only several values together show, or a value and the environment. */
export interface ValueFault {
  readonly path: string;
  readonly what: string;
  readonly fix: string;
}

/** Looks at one release's values, which may be wrong in other ways: what is not there, or of another type, is no fault here. */
export type ValueRule = (values: Values, environment: Environment) => readonly ValueFault[];

/** The faults that the rules of a release find, as problems. */
export function ruleProblems(rules: readonly ValueRule[], values: Values, environment: Environment, place: ValuesPlace): readonly Problem[] {
  return rules.flatMap((rule) => rule(values, environment)).map(({ path, what, fix }) => valueProblem(place, path, what, fix));
}

/** The value at a dotted path. Not for keys that hold dots themselves. */
export function at(values: unknown, path: string): unknown {
  return path === '' ? values : valueAt(values, path.split('.'));
}

/** A path below a base, which is empty where a file is looked at that holds nothing else. */
export function below(base: string, path: string): string {
  return base === '' ? path : `${base}.${path}`;
}
