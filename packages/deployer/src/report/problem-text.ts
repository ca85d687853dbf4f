import type { Problem } from '@bud-o11y/model';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** A list of problems for a person: what, where, why and what to do; in the order given. */
export function problemText(problems: readonly Problem[], palette: Palette): string {
  return problems.map((problem) => {
    const mark = problem.severity === 'error' ? palette.removed('error') : problem.severity === 'warning' ? palette.changed('warning') : 'info';
    const lines = [
      `${mark} ${palette.dim(problem.code)}  ${palette.strong(printable(problem.what))}`,
      printable(whereLine(problem)),
      printable(`  why: ${problem.why}`),
      printable(`  fix: ${problem.fix}`),
    ];
    return `${lines.filter((line) => line !== '').join('\n')}\n`;
  }).join('\n');
}

/** `2 errors, 1 warning`; empty when there is none. */
export function problemCount(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], word: string): string[] => {
    const amount = problems.filter((problem) => problem.severity === severity).length;
    return amount === 0 ? [] : [`${amount} ${word}${amount === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ');
}

function whereLine({ where }: Problem): string {
  const file = where.file === undefined ? '' : [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  const parts = [file, where.artifact ?? '', where.path ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : `  at:  ${parts.join('  ')}`;
}
