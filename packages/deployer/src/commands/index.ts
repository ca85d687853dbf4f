import type { CommandSpec, OptionSpec } from './command.ts';

const directory: OptionSpec = { flag: 'directory <path>', summary: 'use this folder as the target, whatever the environment names' };

/** Every verb of `bud-o11y`, in the order of `--help`. docs/generated/commands.md is made from this table. */
export const commands = [
  {
    name: 'render', summary: 'list the artifacts of an environment, or write them to a folder', environments: 'many', defaultEnvironment: 'local',
    options: [{ flag: 'out <dir>', summary: 'write the tree there, each file as a whole; files of others are refused' }],
    exits: [3], examples: ['bud-o11y render -e production', 'bud-o11y render -e staging --out build/staging'],
    load: async () => await import('./render.ts'),
  },
  {
    name: 'check', summary: 'run every check over the rendered bundle', environments: 'many', defaultEnvironment: 'local',
    options: [], exits: [], examples: ['bud-o11y check -e all', 'bud-o11y check -e production -o json'],
    load: async () => await import('./check.ts'),
  },
  {
    name: 'plan', summary: 'show what an apply would do', environments: 'one', defaultEnvironment: 'local',
    options: [
      directory,
      { flag: 'out <file>', summary: 'save the plan for review; `apply --plan` carries out exactly that' },
      { flag: 'diff', summary: 'show the content of every update, not only of what was changed by hand' },
      { flag: 'detailed-exitcode', summary: 'exit 2 when there are changes' },
    ],
    exits: [2, 3], examples: ['bud-o11y plan', 'bud-o11y plan --detailed-exitcode', 'bud-o11y plan -e staging --directory build/target --out plan.json'],
    load: async () => await import('./plan.ts'),
  },
  {
    name: 'diff', summary: 'compare rendered/ in the working tree with a git commit, by artifact', environments: 'many', defaultEnvironment: 'all',
    options: [{ flag: 'base <ref>', summary: 'the commit to compare with (default: HEAD)' }],
    exits: [2], examples: ['bud-o11y diff', 'bud-o11y diff --base origin/main -e production'],
    load: async () => await import('./diff.ts'),
  },
  {
    name: 'apply', summary: 'check, plan, and write what changed, wave by wave', environments: 'one', defaultEnvironment: 'local',
    options: [directory, { flag: 'plan <file>', summary: 'carry out this saved plan, or nothing when it no longer fits' }],
    exits: [3, 4, 5], examples: ['bud-o11y apply', 'bud-o11y apply --plan plan.json', 'bud-o11y apply -o json'],
    load: async () => await import('./apply.ts'),
  },
  {
    name: 'status', summary: 'compare what is applied with what is rendered', environments: 'one', defaultEnvironment: 'local',
    options: [directory], exits: [3], examples: ['bud-o11y status', 'bud-o11y status -o json'],
    load: async () => await import('./status.ts'),
  },
  {
    name: 'unlock', summary: 'show the lock of a target, and remove it', environments: 'one', defaultEnvironment: 'local',
    options: [directory, { flag: 'run <id>', summary: 'the run that holds the lock, typed in: removes a lock whose holder cannot be seen from here' }],
    exits: [3], examples: ['bud-o11y unlock', 'bud-o11y unlock --run 4711-0a1b2c3d'],
    load: async () => await import('./unlock.ts'),
  },
  {
    name: 'access', summary: 'print the permission requests that an administrator sends to Grafana', environments: 'one', defaultEnvironment: 'local',
    options: [], exits: [], examples: ['bud-o11y access -e production'],
    load: async () => await import('./access.ts'),
  },
] as const satisfies readonly CommandSpec[];
