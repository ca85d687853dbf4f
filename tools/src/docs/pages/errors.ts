import { checks } from '@bud-o11y/checks';
import { type ExitCode, errorKinds, exitCodes, exitMeaning } from '@bud-o11y/model';
import { code, page, table } from '../markdown.ts';
import { problemCodes } from '../problem-codes.ts';

/** Everything that `bud-o11y` can complain about: exit codes, errors, problems. */
export function errorsPage(): string {
  return page(
    'Errors, problems and exit codes',
    '`packages/model/src/errors.ts`, `packages/checks/src/checks/` and `tools/src/docs/problem-codes.ts`',
    'A problem is wrong input: all of them are listed at once, with what, where, why and what to do. An error is the world saying no. Everything else is a bug and crashes.',
    '## Exit codes',
    'Nx turns every one but 0 into 1; `npx bud-o11y` passes them through, and the last line on stderr names it.',
    table(['code', 'meaning'], Object.values(exitCodes).map((each: ExitCode) => [String(each), exitMeaning[each]])),
    '## Errors',
    table(['error', 'meaning', 'what to do', 'exit code', 'worth another try'], Object.entries(errorKinds).map(([name, { meaning, fix, exit, retryable }]) => [code(name), meaning, fix, String(exit), retryable ? 'yes' : 'no'])),
    '## Problems that checks find',
    table(['problem', 'severity', 'why it matters'], checks.map(({ id, severity, why }) => [`[${id}](../checks/${id}.md)`, severity, why])),
    '## Other problems',
    table(['problem', 'meaning'], Object.entries(problemCodes).map(([name, meaning]) => [code(name), meaning])),
  );
}
