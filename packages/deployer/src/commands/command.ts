import { AppError, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import type { Palette } from '../report/palette.ts';

/** A flag of one verb, as data: the parser, `--help` and the generated page are made from it. */
export interface OptionSpec {
  /** `out <file>` takes a value, `detailed-exitcode` does not. */
  readonly flag: string;
  readonly summary: string;
}

/** `context` of `context <name>`. */
export function flagName({ flag }: OptionSpec): string {
  return flag.split(' ')[0] ?? '';
}

/** The flag of every verb that renders charts. */
export const chartsLockOption: OptionSpec = { flag: 'charts-lock <file>', summary: 'versions and digests of the charts (default: packages/helm-values/charts.lock.json)' };

/** The flag of a verb that says what is not so: without it nobody is told that all is well while a release was not looked at. */
export const withoutChartsOption: OptionSpec = { flag: 'without-charts', summary: 'do not ask for a decision because of releases that could not be rendered: what is there of them is not looked at' };

/** The flags of every verb that talks to a cluster: how it is reached and known. */
export const clusterOptions: readonly OptionSpec[] = [
  { flag: 'context <name>', summary: 'context of the kubeconfig (default: that of the environment, else the current one)' },
  { flag: 'kubeconfig <file>', summary: 'kubeconfig to use (default: KUBECONFIG, else ~/.kube/config)' },
  { flag: 'identities <file>', summary: 'pinned identities of the clusters (default: packages/model/src/environments/identities.json)' },
  { flag: 'allow-exec', summary: 'let the kubeconfig run a credential plugin that is not one of the known ones' },
  { flag: 'allow-files', summary: 'let the kubeconfig point to files outside its folder' },
];

/** What was asked for on the command line, parsed. */
export interface Invocation {
  /** A name that was not looked up yet, or `all` where the verb takes it. */
  readonly environment: string;
  readonly output: 'text' | 'json';
  readonly options: Readonly<Record<string, string | true | undefined>>;
  readonly palettes: { readonly out: Palette; readonly err: Palette };
}

/** Carries out a verb and says how it ended; the world's failures are thrown. */
export type Run = (invocation: Invocation, host: Host) => Promise<ExitCode>;

/** One verb of `bud-o11y`. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** `one`: `-e` names one environment; `many`: it may also be `all`. */
  readonly environments: 'one' | 'many';
  readonly defaultEnvironment: string;
  readonly options: readonly OptionSpec[];
  /** Exit codes beside those of every verb. */
  readonly exits: readonly ExitCode[];
  readonly examples: readonly string[];
  /** Loads what the verb needs, when it runs. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** How every verb may end: well, by an error, by a signal that came first, by a bug. */
const everyVerb = [exitCodes.done, exitCodes.error, exitCodes.cancelled, exitCodes.bug] as const;

/** All exit codes of a verb, in their order: for its help and its documentation. */
export function exitsOf({ exits }: Pick<CommandSpec, 'exits'>): readonly ExitCode[] {
  return [...everyVerb, ...exits].toSorted((one, other) => one - other);
}

/** The value of an option that takes one. */
export function optionText(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The same, of an option that names a path.
 * @throws AppError `usage` for an empty one, which would mean the folder that the command happens to run in.
 */
export function pathOption(invocation: Invocation, name: string): string | undefined {
  const path = optionText(invocation, name);
  if (path?.trim() === '') throw new AppError('usage', `--${name} is empty`, { fix: `give a path with --${name}, or leave it out` });
  return path;
}

/** Whether somebody said that it is well known that releases could not be rendered. */
export function answersForMissing({ options }: Invocation): boolean {
  return options['without-charts'] === true;
}
