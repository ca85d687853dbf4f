import { type Problem, didYouMean, keysAt, valueAt } from '@bud-o11y/model';
import type { z } from 'zod';
import type { Values } from './chart.ts';

/** Whose values are looked at: every problem names the environment, the release and the path. */
export interface ValuesPlace {
  readonly environment: string;
  /** Release, or program of a directory. */
  readonly release: string;
  /** Repository path of the file that declares the values. */
  readonly file: string;
}

/** Everything that a schema finds wrong with values, all at once. */
export function schemaProblems(schema: z.core.$ZodType & z.ZodType, values: Values, place: ValuesPlace): readonly Problem[] {
  const result = schema.safeParse(values);
  return result.success ? [] : result.error.issues.flatMap((issue) => issueProblems(schema, values, issue, place));
}

function issueProblems(schema: z.core.$ZodType, values: Values, issue: z.core.$ZodIssue, place: ValuesPlace): readonly Problem[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearestBranch(issue.errors).flatMap((inner) => issueProblems(schema, values, { ...inner, path: [...issue.path, ...inner.path] }, place));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      code: 'values-unknown-key',
      severity: 'error',
      where: { file: place.file, path: [...issue.path, key].join('.') },
      what: `${told(place)}: unknown key ${JSON.stringify(key)}`,
      why: 'a chart ignores a key that it does not know, and the setting that was meant keeps its default; a program stops at start',
      fix: didYouMean(key, known) ?? `remove it, or add it to the schema in packages/helm-values/src/schemas; the keys here are ${known.join(', ') || 'none'}`,
    }));
  }
  const path = issue.path.join('.');
  if (issue.code === 'invalid_key') return [valueProblem(place, path, `the key ${JSON.stringify(issue.path.at(-1))} is ${issue.issues[0]?.message ?? 'not allowed'}`, `rename it where ${place.file} makes it`)];
  const isMissing = issue.code === 'invalid_type' && valueAt(values, issue.path) === undefined;
  return [valueProblem(place, path, isMissing ? `${path} is missing` : `${shown(valueAt(values, issue.path))}: ${issue.message}`, `correct ${path} where ${place.file} makes it, or in the environment's file`)];
}

/** What none of the alternatives fits: the faults of the one that is nearest. */
function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const weight = (issues: readonly z.core.$ZodIssue[]): number => issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return [...branches].sort((a, b) => weight(a) - weight(b))[0] ?? [];
}

/** A value that the program or the chart does not take as it stands. */
export function valueProblem(place: ValuesPlace, path: string, what: string, fix: string): Problem {
  return {
    code: 'values-invalid',
    severity: 'error',
    where: { file: place.file, path },
    what: `${told(place)}: ${what}`,
    why: 'the program refuses it at start, or runs and does something else than was meant',
    fix,
  };
}

/** How a problem names its environment and release. */
export function told({ environment, release }: ValuesPlace): string {
  return `${release} of ${environment}`;
}

/** A value as a problem quotes it, cut short: values hold whole configuration files. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
