import { type Alert, type MetricCase, promtoolFiles } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import type { BatchCase } from './batch.ts';
import { mutatedRules } from './mutated-rules.ts';
import { suffixOf } from './promtool-output.ts';

/**
 * A case of an alert with the mutants beside the original: samples are loaded and recorded once, and a mutant costs no more
 * than its own rules.
 */
export function mutatedCase(alert: Alert, entry: MetricCase, environment: Environment): BatchCase {
  return (index, without) => {
    const name = `${alert.id}-${index}`;
    const { rules: { groups }, tests } = promtoolFiles(alert, entry, environment, `${name}.rules.yaml`);
    const kept = mutatedRules(groups, (mutant) => suffixOf(index, mutant)).filter(({ id }) => !without.has(id));
    const alertGroup = groups.slice(-1).map((group) => ({ ...group, rules: [...group.rules, ...kept.flatMap(({ alerts }) => alerts)] }));
    const all = [...groups.slice(0, -1), ...kept.flatMap((mutant) => mutant.groups), ...alertGroup];
    const repeated = tests.tests.map((test) => ({
      ...test,
      alert_rule_test: ['', ...kept.map(({ suffix }) => suffix)].flatMap((end) => test.alert_rule_test.map((moment) => ({ ...moment, alertname: `${moment.alertname}${end}` }))),
    }));
    return {
      name,
      rules: { groups: all },
      tests: { ...tests, group_eval_order: all.map((group) => group.name), tests: repeated },
      mutants: new Map(kept.map(({ suffix, id }) => [suffix, id])),
    };
  };
}
