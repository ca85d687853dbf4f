import { compareText } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { type Difference, structuralDiff } from './structural-diff.ts';

/** Files below rendered/ by their path there: `rules/local/mimir/bud-recordings.yaml`. */
export type Tree = ReadonlyMap<string, string>;

/** The same differences of one artifact, in one or several environments. */
export interface SharedChange {
  readonly environments: readonly string[];
  readonly status: 'added' | 'removed' | 'changed';
  /** Empty for an artifact that was added or removed as a whole. */
  readonly differences: readonly Difference[];
}

/** What changed of one artifact: `path` is its path without the environment (`rules/mimir/bud-recordings.yaml`). */
export interface ArtifactChange {
  readonly path: string;
  readonly changes: readonly SharedChange[];
}

interface Found {
  readonly environment: string;
  readonly status: SharedChange['status'];
  readonly difference?: Difference;
}

/** Compares two trees by artifact, and folds what is the same in several environments. Sorted, pure. */
export function review(before: Tree, after: Tree, isWanted: (environment: string) => boolean = () => true): readonly ArtifactChange[] {
  const found = new Map<string, Found[]>();
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort(compareText)) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) continue;
    const [project = '', environment = '', ...rest] = path.split('/');
    if (!isWanted(environment)) continue;
    const key = [project, ...rest].join('/');
    found.set(key, [...(found.get(key) ?? []), ...changesOf(path, environment, old, now)]);
  }
  return [...found].map(([path, all]) => ({ path, changes: fold(all) }));
}

function changesOf(path: string, environment: string, before: string | undefined, after: string | undefined): readonly Found[] {
  if (before === undefined) return [{ environment, status: 'added' }];
  if (after === undefined) return [{ environment, status: 'removed' }];
  const [old, now] = [parse(path, before), parse(path, after)];
  const differences = old === undefined || now === undefined ? [] : structuralDiff(old.value, now.value);
  // Equal values in another form (quotes, order of keys): the text itself is what changed.
  return (differences.length === 0 ? structuralDiff(before, after) : differences).map((difference) => ({ environment, status: 'changed', difference }));
}

/** The value of YAML and JSON; undefined for other files, and for what does not parse. */
function parse(path: string, text: string): { readonly value: unknown } | undefined {
  if (!/\.(json|ya?ml)$/.test(path)) return undefined;
  try {
    return { value: path.endsWith('.json') ? JSON.parse(text) : load(text) };
  } catch {
    return undefined;
  }
}

/** First by equal difference, then by equal set of environments. */
function fold(all: readonly Found[]): readonly SharedChange[] {
  const byDifference = new Map<string, { readonly first: Found; readonly environments: string[] }>();
  for (const one of all) {
    const key = JSON.stringify([one.status, one.difference ?? null]);
    const known = byDifference.get(key);
    if (known === undefined) byDifference.set(key, { first: one, environments: [one.environment] });
    else known.environments.push(one.environment);
  }
  const byEnvironments = new Map<string, { readonly environments: readonly string[]; readonly status: SharedChange['status']; readonly differences: Difference[] }>();
  for (const { first, environments } of byDifference.values()) {
    const key = JSON.stringify([first.status, environments]);
    const known = byEnvironments.get(key) ?? { environments, status: first.status, differences: [] };
    if (first.difference !== undefined) known.differences.push(first.difference);
    byEnvironments.set(key, known);
  }
  return [...byEnvironments.values()];
}
