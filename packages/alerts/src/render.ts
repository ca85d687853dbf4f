import { type AlertRulesArtifact, type Artifact, type Environment, makeArtifact, metricsRead } from '@bud-o11y/model';
import { recordingsFor } from '@bud-o11y/rules';
import type { Alert } from './alert.ts';
import { type AlertGroupName, alertGroupNames, alertGroups } from './groups.ts';
import { alerts } from './list.ts';
import { alertProblems } from './problems.ts';
import { renderAlertmanager } from './routing/alertmanager.ts';
import { rulesOf } from './rules-of.ts';
import { lateness } from './time-to-notify.ts';

/** Everything of this project for one environment: a rule file per group, and Alertmanager's configuration. Pure. */
export function renderAlerts(environment: Environment): readonly Artifact[] {
  return [...alertGroupNames.flatMap((name) => renderGroup(name, alerts, environment)), renderAlertmanager(environment, alerts)];
}

/** The file of one group, or none where no alert of the group has a place. */
export function renderGroup(name: AlertGroupName, among: readonly Alert[], environment: Environment): readonly AlertRulesArtifact[] {
  const members = among.filter((alert) => alert.group === name).map((alert) => ({ alert, rules: rulesOf(alert, environment) }));
  const rules = members.flatMap((member) => member.rules);
  if (rules.length === 0) return [];
  const { evaluator, interval } = alertGroups[name];
  return [makeArtifact({
    kind: 'alert-rules',
    project: 'alerts',
    environment: environment.name,
    evaluator,
    name: `${evaluator}/${name}`,
    path: `alerts/${environment.name}/${evaluator}/${name}.yaml`,
    source: 'packages/alerts/src/groups.ts',
    data: { groups: [{ name, interval, rules: rules.map(({ data }) => data) }] },
    needs: recordingsFor(rules.flatMap(({ query }) => metricsRead(query)), environment),
    queries: rules.map(({ alert, query }, index) => ({ at: `rule ${index + 1} ${alert.id}`, query, file: alert.source })),
    problems: members.flatMap(({ alert, rules: own }) => [...alertProblems(alert, own, environment), ...lateness(alert, environment)]),
  })];
}
