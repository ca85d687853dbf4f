/** How bad a Problem is: an `error` stops `build`, `check` and `apply`; the others are printed. */
export type ProblemSeverity = 'error' | 'warning' | 'info';

/** Where a Problem stands. `artifact` is an ArtifactId, `path` a place inside it, `file` a repository path. */
export interface ProblemWhere {
  readonly artifact?: string;
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Wrong input, as a value: problems are collected, sorted and shown all at once, never thrown one by one.
 * `code` is `<area>-<name>` and is the same string as the check's file, its page under docs/checks and its suppression key.
 */
export interface Problem {
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly where: ProblemWhere;
  /** What is wrong, naming the thing. */
  readonly what: string;
  /** Why that matters to the person on call. */
  readonly why: string;
  /** What to do next. */
  readonly fix: string;
}

const order: Readonly<Record<ProblemSeverity, number>> = { error: 0, warning: 1, info: 2 };

/** Sort order of a problem list: severity, file, artifact, line, code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    order[a.severity] - order[b.severity] ||
    compareText(a.where.file ?? '', b.where.file ?? '') ||
    compareText(a.where.artifact ?? '', b.where.artifact ?? '') ||
    (a.where.line ?? 0) - (b.where.line ?? 0) ||
    compareText(a.where.path ?? '', b.where.path ?? '') ||
    compareText(a.code, b.code) ||
    compareText(a.what, b.what)
  );
}

/** Orders two strings by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Carries a complete list of problems out of a function that cannot go on; the command line prints them and exits 1. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError' as const;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code}: ${p.what}`).join('\n'));
    this.problems = [...problems].sort(compareProblems);
  }
}
