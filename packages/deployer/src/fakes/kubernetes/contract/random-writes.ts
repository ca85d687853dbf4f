import type { Random } from '../../../fixtures/random.ts';
import { patchTypes } from '../../client.ts';
import { deployment, ruleSet } from './samples.ts';

/** One write of one of several managers to one object. */
export interface RandomWrite {
  readonly path: string;
  readonly query: string;
  readonly contentType: string;
  readonly body: object;
}

/** Kinds that random writes go to: a map of scalars, a tree of keyed lists, a custom kind. */
export type RandomKind = 'ConfigMap' | 'Deployment' | 'RuleSet';

/** Writes that agree and disagree about the same fields: applies with and without force, edits, edits of the scale. */
export function randomWrites(random: Random, kind: RandomKind, name: string, group: string, count: number): readonly RandomWrite[] {
  return Array.from({ length: count }, () => {
    const manager = random.pick(['us', 'them', 'third']);
    if (random.chance(0.7)) return { path: pathOf(kind, name, group), query: `?fieldManager=${manager}${random.chance(0.3) ? '&force=true' : ''}`, contentType: patchTypes.apply, body: desired(random, kind, name, group) };
    if (kind === 'Deployment' && random.chance(0.3)) return { path: `${pathOf(kind, name, group)}/scale`, query: `?fieldManager=scaler`, contentType: patchTypes.merge, body: { spec: { replicas: random.below(3) } } };
    return { path: pathOf(kind, name, group), query: `?fieldManager=edit-${manager}`, contentType: patchTypes.merge, body: edit(random, kind) };
  });
}

function pathOf(kind: RandomKind, name: string, group: string): string {
  if (kind === 'ConfigMap') return `/api/v1/namespaces/default/configmaps/${name}`;
  return kind === 'Deployment' ? `/apis/apps/v1/namespaces/default/deployments/${name}` : `/apis/${group}/v1/namespaces/default/rulesets/${name}`;
}

/** Some of four keys, each with one of two values. */
function some(random: Random, keys: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.filter(() => random.chance(0.5)).map((key) => [key, String(random.below(2))]));
}

function desired(random: Random, kind: RandomKind, name: string, group: string): object {
  const labels = some(random, ['x', 'y']);
  if (kind === 'ConfigMap') return { apiVersion: 'v1', kind, metadata: { name, labels, annotations: some(random, ['n']) }, data: some(random, ['a', 'b', 'c', 'd']) };
  if (kind === 'RuleSet') return { ...ruleSet(group, name, shuffled(random, ['g', 'h', 'i']).map((groupName) => ({ name: groupName, interval: `${random.below(2)}m`, rules: [{ expr: String(random.below(2)) }] })), { free: some(random, ['p', 'q']) }), metadata: { name, labels } };
  const env = shuffled(random, ['A', 'B', 'C']).map((key) => ({ name: key, value: String(random.below(2)) }));
  const ports = [{ containerPort: 80, ...(random.chance(0.5) ? { name: 'http' } : {}) }, { containerPort: 81, protocol: 'TCP' }].filter(() => random.chance(0.7));
  const whole = deployment(name, { container: { env, ports, args: random.chance(0.5) ? ['--a'] : ['--b'] }, spec: { paused: true, replicas: random.below(3) } });
  return { ...whole, metadata: { name, labels } };
}

function edit(random: Random, kind: RandomKind): object {
  const value = random.chance(0.3) ? null : String(random.below(2));
  if (kind === 'ConfigMap') return random.chance(0.5) ? { data: { [random.pick(['a', 'b', 'e'])]: value } } : { metadata: { labels: { x: value } } };
  if (kind === 'RuleSet') return random.chance(0.5) ? { spec: { free: { [random.pick(['p', 'q'])]: value } } } : { spec: { groups: [{ name: 'g', interval: '9m' }] } };
  return random.chance(0.5) ? { spec: { minReadySeconds: random.below(2) + 1 } } : { metadata: { labels: { x: value } } };
}

function shuffled(random: Random, names: readonly string[]): readonly string[] {
  const kept = names.filter(() => random.chance(0.7));
  return random.chance(0.5) ? kept : kept.toReversed();
}
