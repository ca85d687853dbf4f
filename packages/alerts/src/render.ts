import { type AlertRulesArtifact, type Artifact, type Environment, type Problem, canonicalJson, makeArtifact, metricsRead } from '@bud-o11y/model';
import { recordingsFor } from '@bud-o11y/rules';
import type { Alert } from './alert.ts';
import { alerts } from './alerts/index.ts';
import { type AlertGroupName, alertGroupNames, alertGroups } from './groups.ts';
import { alertProblems } from './problems.ts';
import { renderAlertmanager } from './routing/alertmanager.ts';
import { type AlertRule, rulesOf } from './rules-of.ts';
import { lateness } from './time-to-notify.ts';

/** Everything of this project for one environment: a rule file per group, and Alertmanager's configuration. Pure. */
export function renderAlerts(environment: Environment): readonly Artifact[] {
  return [...alertGroupNames.flatMap((name) => renderGroup(name, alerts, environment)), renderAlertmanager(environment)];
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
    queries: rules.map(({ alert, query }, index) => ({ at: `rule ${index + 1} ${alert.id}`, query })),
    problems: [...members.flatMap((member) => [...alertProblems(member.alert, member.rules, environment), ...lateness(member.alert, environment)]), ...sizeProblems(name, rules, environment), ...repeated(rules)],
  })];
}

function sizeProblems(name: AlertGroupName, rules: readonly AlertRule[], environment: Environment): readonly Problem[] {
  const limit = environment.limits.mimir.rulesPerGroup;
  if (rules.length <= limit) return [];
  return [{
    code: 'alerts-group-size',
    severity: 'error',
    where: { file: 'packages/alerts/src/groups.ts', path: name },
    what: `group ${name} holds ${rules.length} rules, the ruler takes ${limit}`,
    why: 'the ruler refuses the whole group, and none of its alerts is evaluated',
    fix: 'move alerts to another group, or add one',
  }];
}

/** Rules of one alertname and the same labels: the ruler takes them for one alert whose state jumps to and fro. */
function repeated(rules: readonly AlertRule[]): readonly Problem[] {
  const groups = Map.groupBy(rules, ({ data }) => canonicalJson([data.alert, data.labels]));
  return [...groups.values()].flatMap(([first, ...others]) => others.map(({ alert }): Problem => ({
    code: 'alerts-duplicate',
    severity: 'error',
    where: { file: alert.source, path: alert.id },
    what: `${alert.id} is in group ${alert.group} twice with the same labels, from ${first?.alert.source ?? ''} and ${alert.source}`,
    why: 'the two overwrite each other: one of them is never notified',
    fix: 'rename one, or give it a label that tells them apart',
  })));
}
