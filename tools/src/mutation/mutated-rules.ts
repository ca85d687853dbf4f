import type { RuleData, RuleGroupData } from '@bud-o11y/model';
import { readsAny, renameMetrics } from './rename.ts';
import { type RuleMutant, ruleMutants } from './rule-mutants.ts';

/** A mutant beside the original in the same file: all its rules carry a suffix, so that it reads its own recordings. */
export interface MutatedRules {
  /** `HighCPU: threshold 0.8 becomes 1`: the same in every case that runs the mutant. */
  readonly id: string;
  readonly suffix: string;
  /** The recordings that the change reaches, by their old names. */
  readonly reached: ReadonlySet<string>;
  /** Those recordings again, changed, in the order in which they must be evaluated. */
  readonly groups: readonly RuleGroupData[];
  readonly alerts: readonly RuleData[];
}

/**
 * The mutants of the rules of one file: recordings in an order in which each reads only earlier ones, the alert's group
 * last. `suffix` makes the names of a mutant's rules, by its place in the list.
 */
export function mutatedRules(groups: readonly RuleGroupData[], suffix: (index: number) => string): readonly MutatedRules[] {
  const alertGroup = groups.at(-1);
  if (alertGroup === undefined) return [];
  const recordings = groups.slice(0, -1);
  const makers = [...alertMakers(alertGroup), ...recordings.flatMap((group) => recordingMakers(group, recordings, alertGroup))];
  return makers.map((make, index) => make(suffix(index)));
}

type Maker = (suffix: string) => MutatedRules;

/** The rules of an alert have one shape, so a change is made to all of them at once. */
function alertMakers({ rules }: RuleGroupData): readonly Maker[] {
  const [first = [], ...others] = rules.map((rule) => ruleMutants(rule, 'promql'));
  return first.map((mutant, index) => (suffix) => {
    const changed = [mutant, ...others.map((mutants) => mutants[index] ?? mutant)];
    return { id: idOf(mutant, rules[0]?.alert ?? ''), suffix, reached: new Set(), groups: [], alerts: changed.map(({ rule }) => ({ ...rule, alert: `${rule.alert}${suffix}` })) };
  });
}

function recordingMakers(group: RuleGroupData, recordings: readonly RuleGroupData[], alertGroup: RuleGroupData): readonly Maker[] {
  return group.rules.flatMap((rule) => ruleMutants(rule, 'promql').map((mutant) => (suffix: string): MutatedRules => {
    const reached = reachedBy(rule.record ?? '', recordings);
    const renamed = (one: RuleData): RuleData => ({ ...one, expr: renameMetrics(one === rule ? mutant.rule.expr : one.expr, reached, suffix) });
    const cloned = recordings.map((other) => ({
      ...other,
      name: `${other.name}${suffix}`,
      rules: other.rules.filter(({ record = '' }) => reached.has(record)).map((one) => ({ ...renamed(one), record: `${one.record}${suffix}` })),
    }));
    return {
      id: idOf(mutant, `${rule.record}${variant(rule)}`),
      suffix,
      reached,
      groups: cloned.filter(({ rules }) => rules.length > 0),
      alerts: alertGroup.rules.map((one) => ({ ...renamed(one), alert: `${one.alert}${suffix}` })),
    };
  }));
}

/** A recording and those that are made of it. */
function reachedBy(record: string, recordings: readonly RuleGroupData[]): ReadonlySet<string> {
  const reached = new Set([record]);
  for (const rule of recordings.flatMap(({ rules }) => rules)) if (readsAny(rule.expr, reached)) reached.add(rule.record ?? '');
  return reached;
}

function variant({ labels = {} }: RuleData): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(', ')}}`;
}

/** How a mutant of a rule is called, everywhere. */
export function idOf({ kind, what }: Pick<RuleMutant, 'kind' | 'what'>, rule: string): string {
  return `${rule}: ${kind}: ${what}`;
}
