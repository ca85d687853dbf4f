import { bundleCheck } from '../check.ts';

/** Groups of the Mimir ruler stay within the limits that the environment sets for it. */
export const rulesGroupLimit = bundleCheck({
  id: 'rules-group-limit',
  severity: 'error',
  why: 'the Mimir ruler refuses a group that is too long, or one group too many: its rules are never evaluated',
  appliesTo: ['recording-rules', 'alert-rules'],
  *run({ environment, rules }) {
    const { rulesPerGroup, groupsPerTenant } = environment.limits.mimir;
    const groups = Map.groupBy(rules.filter(({ artifact }) => artifact.evaluator === 'mimir'), ({ group }) => group);
    for (const [group, [first]] of groups) {
      if (first === undefined || group.rules.length <= rulesPerGroup) continue;
      const what = `has ${group.rules.length} rules, and the limit is ${rulesPerGroup}`;
      yield { artifact: first.artifact, at: `group ${group.name}`, what, fix: 'move rules into a new group; keep a recording and the alert that reads it together' };
    }
    if (groups.size > groupsPerTenant) {
      const what = `there are ${groups.size} groups for the Mimir ruler, and the limit is ${groupsPerTenant}`;
      yield { file: `packages/model/src/environments/${environment.name}.ts`, at: 'limits.mimir.groupsPerTenant', what, fix: 'merge groups, or raise the limit' };
    }
  },
});
