import { type Environment, profiles, valueAt } from '@bud-o11y/model';
import type { Values } from '../chart.ts';
import { type Path, leavesOf, withAt } from './leaves.ts';

/** Keys that sizes follow from: what they change is seen at `sizes`, which says by which formula. */
const behindSizes: ReadonlySet<string> = new Set(['load', 'sizeOverrides']);

/** Keys that an environment may leave out, where leaving one out says something. */
const optional: readonly Path[] = [['kafka'], ['oidc'], ['retention', 'logArchive']];

/** By the dotted path of a value: the keys of the environment that it depends on, in the environment's order. */
export type Influences = ReadonlyMap<string, readonly Path[]>;

/**
 * Which keys of an environment each value depends on. Found out by trying: the values are made again for every key with
 * something else at that key, so it cannot fall behind the code. What the tried value makes impossible is no influence.
 */
export function influencesOn(values: (environment: Environment) => Values, environment: Environment): Influences {
  const before = flat(values(environment));
  const found = new Map<string, Path[]>();
  for (const { path, changed } of variations(environment)) {
    const after = attempt(() => flat(values(changed)));
    if (after === undefined) continue;
    for (const [at, value] of before) {
      if (after.has(at) && Object.is(after.get(at), value)) continue;
      const known = found.get(at) ?? [];
      if (!known.some((other) => other.join('.') === path.join('.'))) found.set(at, [...known, path]);
    }
  }
  return found;
}

/** Values by dotted path. An empty list or object is told apart from another kind by its text. */
function flat(values: Values): ReadonlyMap<string, unknown> {
  return new Map(leavesOf(values).map(({ path, value }) => [path.join('.'), value !== null && typeof value === 'object' ? JSON.stringify(value) : value]));
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function variations(environment: Environment): readonly { readonly path: Path; readonly changed: Environment }[] {
  const { sizes, ...declared } = environment;
  const own = Object.fromEntries(Object.entries(declared).filter(([key]) => !behindSizes.has(key)));
  const leaves = leavesOf({ ...own, sizes }).flatMap(({ path, value }) => alternatives(path, value).map((other) => ({ path, changed: withAt(environment, path, other) })));
  const absent = optional.filter((path) => valueAt(environment, path) !== undefined);
  return [...leaves, ...absent.map((path) => ({ path, changed: withAt(environment, path, undefined) }))];
}

/** Values that are unlike the given one. Of a number the next and 1, where a second replica begins to matter. */
function alternatives(path: Path, value: unknown): readonly unknown[] {
  const key = path.join('.');
  if (key === 'tenancy') return ['perProject'];
  if (key === 'profile') return profiles.filter((other) => other !== value);
  if (key === 'target.kind') return [];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return value === 1 ? [2] : [value + 1, 1];
  return typeof value === 'string' ? [anotherText(value)] : [];
}

/** The last number in a text plus one, so that a duration, a quantity, a version and an address with a port stay what they are. */
function anotherText(text: string): string {
  const [, before, number, after] = /^(.*?)(\d+)(\D*)$/.exec(text) ?? [];
  return number === undefined ? `${text}x` : `${before}${Number(number) + 1}${after}`;
}
