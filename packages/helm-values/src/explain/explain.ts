import { type Environment, type Sizing, sizingOf, valueAt } from '@bud-o11y/model';
import type { Chart, Values } from '../chart.ts';
import { influencesOn } from './influences.ts';
import { type Path, leavesOf } from './leaves.ts';
import { commonReasons, environmentReasons } from './reasons/environment.ts';
import { releaseReasons } from './reasons/index.ts';
import { reasonFor } from './reasons/reason.ts';

/**
 * Where a value is from: `environment` = as its file says; `computed` = made from what it says; `profile` = a trait or the
 * least size of its profile; `release` = the same in every environment, from the release's own file.
 */
export type ValueOrigin = 'environment' | 'computed' | 'profile' | 'release';

/** One value of a release, with where it is from and why. */
export interface ExplainedValue {
  /** Dotted path in the values. */
  readonly path: string;
  readonly value: unknown;
  readonly from: ValueOrigin;
  /** Keys of the environment that it depends on. */
  readonly keys: readonly string[];
  readonly why: string;
  /** Section of the document, ADR, formula, or the program or chart whose behaviour it is. */
  readonly source: string;
}

/** Every value of a release in an environment, in the order of its file. Pure. */
export function explainValues({ release, values }: Pick<Chart, 'release'> & { readonly values: (environment: Environment) => Values }, environment: Environment): readonly ExplainedValue[] {
  const influences = influencesOn(values, environment);
  const sizing = sizingOf(environment);
  return leavesOf(values(environment)).map(({ path, value }) => {
    const keys = influences.get(path.join('.')) ?? [];
    const copied = keys.length === 1 && keys[0] !== undefined && valueAt(environment, keys[0]) === value;
    return { path: path.join('.'), value, from: originOf(keys, copied, sizing), keys: keys.map((key) => key.join('.')), ...whyOf(release, path, { keys, copied }, environment, sizing) };
  });
}

function originOf([key]: readonly Path[], copied: boolean, sizing: readonly Sizing[]): ValueOrigin {
  if (key === undefined) return 'release';
  if (key[0] === 'profile') return 'profile';
  if (!copied) return 'computed';
  return sizeAt(key, sizing)?.origin ?? 'environment';
}

interface Why {
  readonly why: string;
  readonly source: string;
}

/** The reason of the value itself, else that of its size, else one that many share, else that of the first key that it depends on. */
function whyOf(release: string, path: Path, { keys, copied }: { readonly keys: readonly Path[]; readonly copied: boolean }, { profile }: Environment, sizing: readonly Sizing[]): Why {
  const own = reasonFor(path.join('.'), releaseReasons[release] ?? []);
  const size = keys.map((key) => sizeAt(key, sizing)).find((found) => found !== undefined);
  if (size !== undefined && (copied || own === undefined)) return sizeReason(size, profile);
  const key = keys.map((one) => reasonFor(one.join('.'), environmentReasons)).find((found) => found !== undefined);
  const common = path.map((part) => (commonReasons as Readonly<Record<string, Why>>)[part]).find((found) => found !== undefined);
  const { why, source } = own ?? common ?? key ?? { why: '', source: '' };
  return { why, source };
}

interface FoundSize {
  readonly origin: 'profile' | 'computed' | 'environment';
  readonly because: string | undefined;
}

/** Where the number at `sizes.<component>.<number>` is from. */
function sizeAt([root, component, number]: Path, sizing: readonly Sizing[]): FoundSize | undefined {
  const found = root === 'sizes' ? sizing.find((one) => one.component === component) : undefined;
  const origin = found?.origins[number as keyof Sizing['origins']];
  return origin === undefined ? undefined : { origin, because: found?.because };
}

function sizeReason({ origin, because }: FoundSize, profile: string): Why {
  if (origin === 'environment') return { why: 'the environment overrides the formula', source: 'sizeOverrides' };
  if (origin === 'profile') return { why: `the least of the profile ${profile}; the expected load asks for no more`, source: 'packages/model/src/sizes/profiles.ts' };
  return { why: because ?? 'follows from the load', source: 'packages/model/src/sizes' };
}
