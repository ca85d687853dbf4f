import { AppError, errorKinds, exitCodes, type ExitCode, exitMeaning, ProblemsError, toAppError } from '@bud-o11y/model';
import { parseCommandLine } from './command-line.ts';
import type { CommandSpec } from './commands/command.ts';
import { commands } from './commands/index.ts';
import type { Host } from './host.ts';
import { errorText } from './report/error-text.ts';
import { asksForJson, failureJson } from './report/failure-json.ts';
import { paletteFor } from './report/palette.ts';
import { problemText } from './report/problem-text.ts';
import { loadProblem } from './source-problem.ts';

/** Changes with the package; printed by `--version`. */
export const version = '0.1.0';

/**
 * One run of `bud-o11y`: parses, runs the verb, turns every failure into its message and its exit code. Never throws.
 * The last line on stderr names a code other than 0.
 */
export async function main(args: readonly string[], host: Host, table: readonly CommandSpec[] = commands): Promise<ExitCode> {
  const ended = await attempt(args, host, table);
  const lost = await host.out.failure?.();
  if (lost !== undefined) host.err.write(errorText(lost, paletteFor('auto', host.err, host.variables)));
  const exit = lost !== undefined && (ended === exitCodes.done || ended === exitCodes.changes) ? errorKinds[lost.code].exit : ended;
  if (exit !== exitCodes.done) host.err.write(`exit ${exit}: ${exitMeaning[exit]}\n`);
  return exit;
}

async function attempt(args: readonly string[], host: Host, table: readonly CommandSpec[]): Promise<ExitCode> {
  const parsed = parseCommandLine(args, table, version);
  if (parsed.kind === 'answer') {
    (parsed.exit === exitCodes.done ? host.out : host.err).write(parsed.text);
    if (parsed.exit !== exitCodes.done && asksForJson(args)) host.out.write(failureJson({ error: new AppError('usage', parsed.what ?? errorKinds.usage.meaning) }, parsed.exit));
    return parsed.exit;
  }
  const palettes = { out: paletteFor(parsed.color, host.out, host.variables), err: paletteFor(parsed.color, host.err, host.variables) };
  try {
    if (parsed.environment === 'all' && parsed.command.environments === 'one') {
      throw new AppError('usage', `\`${parsed.command.name}\` works on one environment, not on all`, { fix: 'name one with -e' });
    }
    const { run } = await parsed.command.load();
    if (host.signal.aborted) throw new AppError('cancelled', `\`${parsed.command.name}\` was stopped before it began`);
    return await run({ environment: parsed.environment, output: parsed.output, options: parsed.options, palettes }, host);
  } catch (thrown) {
    const fault = thrown instanceof ProblemsError ? undefined : await loadProblem(thrown);
    const failure = thrown instanceof ProblemsError ? { problems: thrown.problems } : fault === undefined ? { error: toAppError(thrown) } : { problems: [fault] };
    const exit = failure.error === undefined ? exitCodes.error : errorKinds[failure.error.code].exit;
    host.err.write(failure.error === undefined ? problemText(failure.problems, palettes.err) : errorText(failure.error, palettes.err));
    if (parsed.output === 'json') host.out.write(failureJson(failure, exit));
    return exit;
  }
}
