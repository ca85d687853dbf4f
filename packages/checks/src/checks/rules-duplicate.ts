import { canonicalJson } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** A record or alert name with the same labels exists once in an environment, a group name once per evaluator. */
export const rulesDuplicate = bundleCheck({
  id: 'rules-duplicate',
  severity: 'error',
  why: 'two rules that write one series or one alert overwrite each other, and two groups of one name replace each other',
  appliesTo: ['recording-rules', 'alert-rules'],
  *run({ rules }) {
    const byIdentity = Map.groupBy(rules, ({ name, rule }) => `${rule.alert === undefined ? 'records' : 'alerts'} ${name} ${canonicalJson(rule.labels ?? {})}`);
    for (const [first, ...others] of byIdentity.values()) {
      for (const { artifact, at, file, name } of others) {
        const what = `${name} with the same labels is also defined in ${first?.file ?? ''}, ${first?.at ?? ''}`;
        yield { artifact, file, at, what, fix: 'remove one of them, or give it a label that tells them apart' };
      }
    }
    const groups = new Map(rules.map((use) => [use.group, use]));
    for (const [first, ...others] of Map.groupBy(groups.values(), ({ artifact, group }) => `${artifact.evaluator}/${group.name}`).values()) {
      for (const { artifact, group } of others) {
        const what = `the ${artifact.evaluator} evaluator has another group ${group.name}, in ${first?.artifact.source ?? ''}`;
        yield { artifact, at: `group ${group.name}`, what, fix: 'rename one of the two groups' };
      }
    }
  },
});
