import { AppError, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import type { Palette } from '../report/palette.ts';

/** A flag of one verb, as data: the parser, `--help` and the generated page are made from it. */
export interface OptionSpec {
  /** `out <file>` takes a value, `detailed-exitcode` does not. */
  readonly flag: string;
  readonly summary: string;
}

/** The flag of every verb that renders charts. */
export const chartsLockOption: OptionSpec = { flag: 'charts-lock <file>', summary: 'versions and digests of the charts (default: packages/helm-values/charts.lock.json)' };

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
  /** Exit codes beside 0, 1 and 70. */
  readonly exits: readonly ExitCode[];
  readonly examples: readonly string[];
  /** Loads what the verb needs, when it runs. */
  readonly load: () => Promise<{ readonly run: Run }>;
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
