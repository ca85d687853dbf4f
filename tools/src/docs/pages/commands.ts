import { type CommandSpec, commands, exitsOf } from '@bud-o11y/deployer';
import { exitMeaning } from '@bud-o11y/model';
import { code, page, table } from '../markdown.ts';

/** Every verb of `bud-o11y` with its flags, exit codes and examples, from the table that parses the command line. */
export function commandsPage(): string {
  const verbs: readonly CommandSpec[] = commands;
  return page(
    'Commands',
    '`packages/deployer/src/commands/index.ts`',
    'Every verb takes `-e, --environment <name>`, `-o, --output text|json`, `--color auto|always|never` and `--help`. Data goes to stdout, progress and problems to stderr.',
    ...verbs.flatMap(verb),
  );
}

function verb(command: CommandSpec): readonly string[] {
  const { name, summary, environments, defaultEnvironment, options, examples } = command;
  return [
    `## ${name}`,
    `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}. Environment: ${code(defaultEnvironment)} when left out${environments === 'many' ? '; `all` is allowed' : ''}.`,
    ...(options.length === 0 ? [] : [table(['flag', 'meaning'], options.map((option) => [code(`--${option.flag}`), option.summary]))]),
    table(['exit code', 'meaning'], exitsOf(command).map((each) => [String(each), exitMeaning[each]])),
    `\`\`\`sh\n${examples.map((example) => `npx ${example}`).join('\n')}\n\`\`\``,
  ];
}
