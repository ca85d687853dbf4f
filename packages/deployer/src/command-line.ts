import { exitCodes, exitMeaning, type ExitCode } from '@bud-o11y/model';
import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec } from './commands/command.ts';
import type { ColorChoice } from './report/palette.ts';

/** What argv asks for. `answer` is text that the parser itself gives: help, the version, or what is wrong. */
export type ParsedLine =
  | { readonly kind: 'command'; readonly command: CommandSpec; readonly environment: string; readonly output: 'text' | 'json'; readonly color: ColorChoice; readonly options: Readonly<Record<string, string | true | undefined>> }
  | { readonly kind: 'answer'; readonly text: string; readonly exit: ExitCode };

/** Parses a command line against the table of verbs. Pure: touches neither process nor streams. */
export function parseCommandLine(args: readonly string[], commands: readonly CommandSpec[], version: string): ParsedLine {
  let found: ParsedLine | undefined;
  let text = '';
  const program = new Command('bud-o11y')
    .description('Generates, checks, reviews and applies the observability configuration.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [verb]', 'explain a verb')
    .addHelpText('after', `\nExit codes:\n${exitCodeLines(Object.values(exitCodes))}\n`);
  for (const command of commands) {
    program.addCommand(verb(command, (parsed) => {
      found = parsed;
    }));
  }
  for (const one of [program, ...program.commands]) {
    one.exitOverride().configureOutput({
      writeOut: (written) => {
        text += written;
      },
      writeErr: (written) => {
        text += written;
      },
    });
  }
  try {
    program.parse(args, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return { kind: 'answer', text, exit: exitCodes.done };
    return { kind: 'answer', text: args.length === 0 ? text : usageText(text), exit: exitCodes.error };
  }
  return found ?? { kind: 'answer', text: program.helpInformation(), exit: exitCodes.error };
}

function verb(command: CommandSpec, found: (parsed: ParsedLine) => void): Command {
  const made = new Command(command.name)
    .description(command.summary)
    .addOption(new Option('-e, --environment <name>', command.environments === 'many' ? 'environment, or `all`' : 'environment').default(command.defaultEnvironment))
    .addOption(new Option('-o, --output <form>', 'form of the data on stdout').choices(['text', 'json']).default('text'))
    .addOption(new Option('--color <when>', 'colours; NO_COLOR and FORCE_COLOR are honoured').choices(['auto', 'always', 'never']).default('auto'))
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  ${example}`).join('\n')}\n\nExit codes:\n${exitCodeLines([0, 1, ...command.exits, 70])}\n`);
  for (const option of command.options) made.addOption(new Option(`--${option.flag}`, option.summary));
  return made.action(() => {
    const values: Readonly<Record<string, unknown>> = made.opts();
    const options = Object.fromEntries(command.options.map(({ flag }): [string, string | true | undefined] => {
      const name = flag.split(' ')[0] as string;
      const value = values[camelCase(name)];
      return [name, typeof value === 'string' || value === true ? value : undefined];
    }));
    found({ kind: 'command', command, environment: String(values['environment']), output: values['output'] === 'json' ? 'json' : 'text', color: values['color'] as ColorChoice, options });
  });
}

function exitCodeLines(codes: readonly ExitCode[]): string {
  return codes.map((code) => `  ${String(code).padStart(2)}  ${exitMeaning[code]}`).join('\n');
}

/** The parser's own message (`error: unknown option '--foo'` and perhaps a guess) in the form of every other error. */
function usageText(text: string): string {
  const [first = '', ...more] = text.trim().split('\n');
  const what = first.replace(/^error: /, '');
  const guess = more.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ').trim();
  return `error usage  ${what}\n  why: the command line is wrong, and nothing was done\n  fix: ${guess === '' ? '' : `${guess} `}run \`bud-o11y --help\` for the verbs, \`bud-o11y <verb> --help\` for the flags of one\n`;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
