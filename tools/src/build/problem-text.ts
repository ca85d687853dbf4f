import type { Problem } from '@bud-o11y/model';

/** A problem as the build prints it: position first, in the form that editors and terminals make clickable. */
export function problemText(problem: Problem): string {
  const { file, line, column, artifact, path } = problem.where;
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  const place = [artifact, path].filter((part) => part !== undefined).join(' ');
  return [
    [position, `${problem.severity}:`, problem.what, `(${problem.code})`].filter((part) => part !== '').join(' '),
    ...(place === '' ? [] : [`  in:  ${place}`]),
    `  why: ${problem.why}`,
    `  fix: ${problem.fix}`,
  ].join('\n');
}
