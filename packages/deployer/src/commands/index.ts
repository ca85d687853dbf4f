import { type CommandSpec, chartsLockOption, clusterOptions, type OptionSpec, withoutChartsOption } from './command.ts';

const junit: OptionSpec = { flag: 'junit <file>', summary: 'write a JUnit report there' };
const timeout: OptionSpec = { flag: 'timeout <duration>', summary: 'how long one object of a cluster may take to become ready (default: 10m), or to be gone (2m)' };
const adopt: OptionSpec = { flag: 'adopt', summary: 'take over objects of a cluster that are there already and belong to nobody\'s set' };

const directory: OptionSpec = { flag: 'directory <path>', summary: 'use this folder as the target, whatever the environment names' };

/** Every verb of `bud-o11y`, in the order of `--help`. docs/generated/commands.md is made from this table. */
export const commands = [
  {
    name: 'render', summary: 'list the artifacts of an environment, or write them to a folder', environments: 'many', defaultEnvironment: 'local',
    options: [{ flag: 'out <dir>', summary: 'write files there, of a cluster its objects, each as a whole, with `-e all` a folder per environment; files of others are refused' }, chartsLockOption],
    exits: [3, 4], examples: ['bud-o11y render -e production', 'bud-o11y render -e staging --out build/staging'],
    load: async () => await import('./render.ts'),
  },
  {
    name: 'check', summary: 'run every check over the rendered bundle', environments: 'many', defaultEnvironment: 'local',
    options: [junit], exits: [], examples: ['bud-o11y check -e all', 'bud-o11y check -e production -o json'],
    load: async () => await import('./check.ts'),
  },
  {
    name: 'plan', summary: 'show what an apply would do', environments: 'one', defaultEnvironment: 'local',
    options: [
      directory,
      { flag: 'out <file>', summary: 'save the plan for review; `apply --plan` carries out exactly that' },
      { flag: 'diff', summary: 'show the content of every update, not only of what was changed by hand' },
      { flag: 'deep', summary: 'ask the cluster about every object, also about those that no record says have changed' },
      { flag: 'detailed-exitcode', summary: 'exit 2 when there are changes, 3 when a release could not be rendered' },
      withoutChartsOption, adopt, junit, chartsLockOption, ...clusterOptions,
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
    options: [
      directory,
      { flag: 'plan <file>', summary: 'carry out this saved plan, or nothing when it no longer fits' },
      { flag: 'without-charts', summary: 'apply the rest when a release could not be rendered; what is there of it stays as it is' },
      { flag: 'reason <text>', summary: 'why, for the record of runs in the cluster' },
      adopt, timeout, junit, chartsLockOption, ...clusterOptions,
    ],
    exits: [3, 4], examples: ['bud-o11y apply', 'bud-o11y apply --plan plan.json', 'bud-o11y apply -o json'],
    load: async () => await import('./apply.ts'),
  },
  {
    name: 'status', summary: 'compare what is applied with what is rendered', environments: 'one', defaultEnvironment: 'local',
    options: [directory, chartsLockOption, ...clusterOptions], exits: [3], examples: ['bud-o11y status', 'bud-o11y status -o json'],
    load: async () => await import('./status.ts'),
  },
  {
    name: 'drift', summary: 'show what others changed in the target: our value, theirs, who and when', environments: 'one', defaultEnvironment: 'local',
    options: [directory, { flag: 'deep', summary: 'ask the cluster about every object' }, withoutChartsOption, chartsLockOption, ...clusterOptions],
    exits: [2, 3], examples: ['bud-o11y drift -e production', 'bud-o11y drift -e production -o json'],
    load: async () => await import('./drift.ts'),
  },
  {
    name: 'unlock', summary: 'show the lock of a target, and remove it', environments: 'one', defaultEnvironment: 'local',
    options: [directory, { flag: 'run <id>', summary: 'the run that holds the lock, typed in: removes a lock whose holder cannot be seen from here' }, ...clusterOptions],
    exits: [3], examples: ['bud-o11y unlock', 'bud-o11y unlock --run 4711-0a1b2c3d'],
    load: async () => await import('./unlock.ts'),
  },
  {
    name: 'destroy', summary: 'delete what an environment owns in its target, after its name was typed', environments: 'one', defaultEnvironment: 'local',
    options: [directory, { flag: 'name <environment>', summary: 'the name, where nobody can be asked' }, { flag: 'reason <text>', summary: 'why, for the record of runs' }, timeout, junit, ...clusterOptions],
    exits: [3, 4], examples: ['bud-o11y destroy -e dev', 'bud-o11y destroy -e dev --name dev'],
    load: async () => await import('./destroy.ts'),
  },
  {
    name: 'pin', summary: 'write down which cluster an environment is: that of the current context', environments: 'one', defaultEnvironment: 'local',
    options: [...clusterOptions], exits: [3], examples: ['bud-o11y pin -e production --context bud-production'],
    load: async () => await import('./pin.ts'),
  },
  {
    name: 'access', summary: 'print the permission requests that an administrator sends to Grafana', environments: 'one', defaultEnvironment: 'local',
    options: [], exits: [], examples: ['bud-o11y access -e production'],
    load: async () => await import('./access.ts'),
  },
  {
    name: 'preview', summary: 'write a page per dashboard, as Grafana would lay it out, for reviews', environments: 'many', defaultEnvironment: 'local',
    options: [
      { flag: 'out <dir>', summary: 'write the pages there, with `-e all` in a folder per environment; files of others are refused (default: dist/preview/<environment>)' },
      { flag: 'proof <dir>', summary: 'draw the figures that the proof of life left in this folder (default: in this repository, when it ran)' },
    ],
    exits: [3], examples: ['bud-o11y preview -e production', 'bud-o11y preview -e all --out build/preview'],
    load: async () => await import('./preview.ts'),
  },
  {
    name: 'charts pull', summary: 'bring the pinned charts into the cache of this machine, and their digests into the lock', environments: 'many', defaultEnvironment: 'all',
    options: [{ flag: 'from <dir>', summary: 'take the archives (<name>-<version>.tgz) from this folder, not from their repositories' }, chartsLockOption],
    exits: [], examples: ['bud-o11y charts pull', 'bud-o11y charts pull -e production --from archives'],
    load: async () => await import('./charts-pull.ts'),
  },
  {
    name: 'rbac', summary: 'print the least-privilege roles for applying an environment to its cluster', environments: 'one', defaultEnvironment: 'local',
    options: [chartsLockOption], exits: [], examples: ['bud-o11y rbac -e production'],
    load: async () => await import('./rbac.ts'),
  },
  {
    name: 'secrets', summary: 'list the Secrets that must be there first: names, keys and readers, never values', environments: 'one', defaultEnvironment: 'local',
    options: [], exits: [], examples: ['bud-o11y secrets -e production'],
    load: async () => await import('./secrets.ts'),
  },
  {
    name: 'capacity', summary: 'print what every component gets and why, and how near the expected load is to the limits', environments: 'one', defaultEnvironment: 'local',
    options: [], exits: [], examples: ['bud-o11y capacity -e production', 'bud-o11y capacity -e staging -o json'],
    load: async () => await import('./capacity.ts'),
  },
  {
    name: 'explain', summary: 'say of every value of a release where it is from and why', environments: 'one', defaultEnvironment: 'local',
    options: [{ flag: 'release <name>', summary: 'only this release' }, { flag: 'path <path>', summary: 'only what is set at this path of the values, and below' }],
    exits: [], examples: ['bud-o11y explain -e production --release mimir', 'bud-o11y explain -e staging --release loki --path loki.structuredConfig'],
    load: async () => await import('./explain.ts'),
  },
] as const satisfies readonly CommandSpec[];
