import type { RuleGroupData } from '@bud-o11y/model';
import type { BatchCase } from './batch.ts';
import { mutatedRules } from './mutated-rules.ts';
import { suffixOf } from './promtool-output.ts';
import { readsAny, renameMetrics } from './rename.ts';

/** One thing that is promised of a recorded series: of given samples, at a moment, its values. */
export interface RecordingPromise {
  readonly name: string;
  readonly given: readonly { readonly series: string; readonly values: string }[];
  readonly expr: string;
  readonly at: string;
  /** How far apart samples and evaluations are. */
  readonly step: string;
  readonly samples: readonly { readonly labels: string; readonly value: number }[];
}

/** Such a promise, run for the recordings that it is about and for all of their mutants. `groups` are all recordings, in the order of evaluation. */
export function mutatedRecording(promise: RecordingPromise, groups: readonly RuleGroupData[]): BatchCase {
  return (index, without) => {
    const name = `recording-${index}`;
    const needed = neededBy(promise.expr, groups);
    const kept = mutatedRules([...needed, { name: 'no alerts', interval: '1m', rules: [] }], (mutant) => suffixOf(index, mutant)).filter(({ id }) => !without.has(id));
    const all = [...needed, ...kept.flatMap((mutant) => mutant.groups)];
    const queries = [promise.expr, ...kept.map(({ reached, suffix }) => renameMetrics(promise.expr, reached, suffix))];
    return {
      name,
      rules: { groups: all },
      tests: {
        rule_files: [`${name}.rules.yaml`],
        evaluation_interval: promise.step,
        group_eval_order: all.map((group) => group.name),
        fuzzy_compare: true,
        tests: [{
          name: promise.name,
          interval: promise.step,
          input_series: promise.given,
          promql_expr_test: queries.map((expr) => ({ expr, eval_time: promise.at, exp_samples: promise.samples })),
        }],
      },
      mutants: new Map(kept.map(({ suffix, id }) => [suffix, id])),
    };
  };
}

/** The groups cut down to the recordings that a query depends on. */
function neededBy(query: string, groups: readonly RuleGroupData[]): readonly RuleGroupData[] {
  const rules = groups.flatMap((group) => group.rules);
  const reads = (expr: string): readonly string[] => rules.flatMap(({ record = '' }) => (readsAny(expr, new Set([record])) ? [record] : []));
  const needed = new Set<string>();
  const visit = (record: string): void => {
    if (needed.has(record)) return;
    needed.add(record);
    for (const rule of rules) if (rule.record === record) reads(rule.expr).forEach(visit);
  };
  reads(query).forEach(visit);
  return groups.map((group) => ({ ...group, rules: group.rules.filter(({ record = '' }) => needed.has(record)) })).filter((group) => group.rules.length > 0);
}
