import { exitCodes, exitMeaning, type ExitCode, nearest } from '@bud-o11y/model';
import { Command, CommanderError, Option } from 'commander';
import { type CommandSpec, exitsOf } from './commands/command.ts';
import type { ColorChoice } from './report/palette.ts';
import { printable } from './report/printable.ts';

/**
 * What argv asks for. `answer` is text that the parser itself gives: help, the version, or what is wrong, which `what`
 * then says in short.
 */
export type ParsedLine =
  | { readonly kind: 'command'; readonly command: CommandSpec; readonly environment: string; readonly output: 'text' | 'json'; readonly color: ColorChoice; readonly options: Readonly<Record<string, string | true | undefined>> }
  | { readonly kind: 'answer'; readonly text: string; readonly exit: ExitCode; readonly what?: string };

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
    groupOf(program, command.name).addCommand(verb(command, (parsed) => {
      found = parsed;
    }));
  }
  for (const one of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)]) {
    one.exitOverride().configureOutput({
      writeOut: (written) => {
        text += written;
      },
      writeErr: (written) => {
        text += written;
      },
    });
  }
  const stranger = unknownVerb(args, commands);
  if (stranger !== undefined) return usageAnswer(stranger);
  try {
    program.parse(args, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return { kind: 'answer', text, exit: exitCodes.done };
    return thrown.code === 'commander.help' ? { kind: 'answer', text, exit: exitCodes.error } : usageAnswer(text);
  }
  return found ?? { kind: 'answer', text: program.helpInformation(), exit: exitCodes.error };
}

/** Where a verb belongs: a name of two words is a verb of the group that the first one names. */
function groupOf(program: Command, name: string): Command {
  const [first = '', second] = name.split(' ');
  if (second === undefined) return program;
  const known = program.commands.find((command) => command.name() === first);
  if (known !== undefined) return known;
  const group = new Command(first).description(`verbs about ${first}`).helpCommand(false);
  program.addCommand(group);
  return group;
}

function verb(command: CommandSpec, found: (parsed: ParsedLine) => void): Command {
  const made = new Command(command.name.split(' ').at(-1))
    .description(command.summary)
    .addOption(new Option('-e, --environment <name>', command.environments === 'many' ? 'environment, or `all`' : 'environment').default(command.defaultEnvironment))
    .addOption(new Option('-o, --output <form>', 'form of the data on stdout').choices(['text', 'json']).default('text'))
    .addOption(new Option('--color <when>', 'colours; NO_COLOR and FORCE_COLOR are honoured').choices(['auto', 'always', 'never']).default('auto'))
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  ${example}`).join('\n')}\n\nExit codes:\n${exitCodeLines(exitsOf(command))}\n`);
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

/** `nope`, `nope --help` and `help nope`, which the parser would answer with the whole help. */
function unknownVerb(args: readonly string[], commands: readonly CommandSpec[]): string | undefined {
  const word = args[0] === 'help' ? args[1] : args[0];
  const known = ['help', ...commands.map(({ name }) => name.split(' ')[0] as string)];
  if (word === undefined || word.startsWith('-') || known.includes(word)) return undefined;
  const guess = nearest(word, known);
  return `error: unknown command '${word}'${guess === undefined ? '' : `\n(Did you mean ${guess}?)`}`;
}

/** The parser's own message (`error: unknown option '--foo'` and perhaps a guess) in the form of every other error. */
function usageAnswer(message: string): ParsedLine {
  const [first = '', ...more] = message.trim().split('\n');
  const what = printable(first.replace(/^error: /, ''));
  const guess = more.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ').trim();
  const text = `error usage  ${what}\n  why: the command line is wrong, and nothing was done\n  fix: ${guess === '' ? '' : `${guess} `}run \`bud-o11y --help\` for the verbs, \`bud-o11y <verb> --help\` for the flags of one\n`;
  return { kind: 'answer', text, what, exit: exitCodes.error };
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
