import { paletteFor } from './report/palette.ts';
import { asksForJson, failureJson } from './report/failure-json.ts';
import { problemText } from './report/problem-text.ts';
import { loadProblem } from './source-problem.ts';

/**
 * What the launcher says when the command line cannot be loaded because of a mistake in a source file; the exit code is
 * then 1. Undefined when it failed for another reason: that is a bug.
 */
export async function loadFailure(thrown: unknown, args: readonly string[], variables: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Promise<{ readonly out: string; readonly err: string } | undefined> {
  const problem = await loadProblem(thrown);
  if (problem === undefined) return undefined;
  const palette = paletteFor('auto', { write: () => undefined, isTerminal, columns: 80 }, variables);
  return {
    out: asksForJson(args) ? failureJson({ problems: [problem] }, 1) : '',
    err: `${problemText([problem], palette)}exit 1: error\n`,
  };
}
