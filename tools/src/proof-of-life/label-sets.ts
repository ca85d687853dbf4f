import { type Environment, type MetricSpec, targetLabels } from '@bud-o11y/model';
import { type Entity, entities, openValues } from './entities.ts';
import { targetsOf } from './exporters.ts';

/** The label sets of the series of one metric: its targets, times the things that it tells apart, times the values of its other labels. */
export function labelSets(spec: MetricSpec, environment: Environment): readonly Entity[] {
  const names = Object.keys(spec.labels);
  const isOfTarget = (name: string): boolean => name in targetLabels && spec.labels[name] === targetLabels[name as keyof typeof targetLabels];
  const targets = distinct(targetsOf(spec, environment).map((target) => pick(target, names.filter((name) => isOfTarget(name) || !(name in targetLabels)))));
  const missing = names.filter((name) => !isOfTarget(name) && !(name in (targets[0] ?? {})));
  const things = entities.map((rows) => distinct(rows.map((row) => pick(row, missing)))).filter(([row]) => Object.keys(row ?? {}).length > 0);
  const named = new Set(things.flatMap(([row]) => Object.keys(row ?? {})));
  const values = missing.filter((name) => !named.has(name)).map((name) => valuesOf(name, spec).map((value) => ({ [name]: value })));
  return [targets, ...things, ...values].reduce<readonly Entity[]>((sets, rows) => sets.flatMap((set) => rows.map((row) => ({ ...set, ...row }))), [{}]);
}

function valuesOf(name: string, spec: MetricSpec): readonly string[] {
  return spec.labels[name]?.values ?? openValues[name] ?? [`${name}-a`, `${name}-b`];
}

function pick(entity: Entity, names: readonly string[]): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
}

function distinct(rows: readonly Entity[]): readonly Entity[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
