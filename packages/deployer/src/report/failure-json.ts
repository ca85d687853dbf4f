import type { AppError, ExitCode, Problem } from '@bud-o11y/model';

/** Why a command failed: one error of the world, or problems of the input, or neither where the output says it already. */
export interface Failure {
  readonly error?: AppError;
  readonly problems?: readonly Problem[];
}

/** What stdout ends with when a command fails under `-o json`: one line, so that it may stand behind a stream of events too. */
export function failureJson({ error, problems = [] }: Failure, exit: ExitCode): string {
  const told = error === undefined ? null : { code: error.code, message: error.message, fix: error.fix, details: error.details };
  return `${JSON.stringify({ error: told, problems, exit })}\n`;
}

/** Whether a command line asks for JSON, also one that cannot be parsed. */
export function asksForJson(args: readonly string[]): boolean {
  return args.some((arg, index) => arg === '-ojson' || arg === '--output=json' || (arg === 'json' && ['-o', '--output'].includes(args[index - 1] ?? '')));
}
