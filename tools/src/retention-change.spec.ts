import { describe, expect, it } from '@jest/globals';
import { type Environment, type EnvironmentInput, environmentInputs, environmentNamed, environmentNames, readEnvironment } from '@bud-o11y/model';
import { generators } from './build/generators.ts';

const renderers = await Promise.all(Object.values(generators).map((load) => load()));

type Name = (typeof environmentNames)[number];

/** Everything that is rendered of every environment, by repository path, when one of them keeps its metrics for so long. */
function rendered(changed: Name, metrics: '30d' | '90d'): ReadonlyMap<string, unknown> {
  const inputs: readonly EnvironmentInput[] = environmentInputs.map((input) => (input.name === changed ? { ...input, retention: { ...input.retention, metrics } } : input));
  const environments: readonly Environment[] = environmentNames.map((name) => readEnvironment(name, inputs));
  return new Map(environments.flatMap((environment) => renderers.flatMap((render) => render(environment).map(({ path, data }) => [path, data] as const))));
}

/** The values at which two renderings differ, as `file: key: before -> after`. */
function differences(before: unknown, after: unknown, path: readonly string[]): readonly string[] {
  if (Object.is(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [`${path[0]}: ${path.slice(1).join('.')}: ${String(before)} -> ${String(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

/**
 * What must change, everything: Mimir deletes by one key, which its query frontend clips queries by as well. Prometheus keeps
 * its own hot tier, and no other backend has metrics.
 */
function expected(name: Name): readonly string[] {
  const [file, key] = environmentNamed(name).target.kind === 'directory' ? ['config/mimir.yaml', ''] : ['mimir.yaml', 'mimir.structuredConfig.'];
  return [`helm-values/${name}/${file}: ${key}limits.compactor_blocks_retention_period: 90d -> 30d`];
}

describe('metrics kept for 30 days instead of 90 in one environment file', () => {
  it.each(environmentNames)('changes in %s the keys that say so, in no other file and in no other environment', (name) => {
    const [before, after] = [rendered(name, '90d'), rendered(name, '30d')];
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...before].flatMap(([path, data]) => differences(data, after.get(path), [path]))).toEqual(expected(name));
  });
});
