import { type Alert, alertThreshold, alerts, receiversOf, rulesOf } from '@bud-o11y/alerts';
import { type Environment, compareText, environmentNamed, environmentNames, severities } from '@bud-o11y/model';
import { code, page, table } from '../markdown.ts';

/** Every alert: what it says, when it fires, whom it reaches and where to look. Thresholds and receivers are those of production. */
export function alertReference(): string {
  const production = environmentNamed('production');
  return page(
    'Alerts',
    '`packages/alerts/src/alerts/`',
    'Thresholds and receivers are those of `production`; an alert that does not exist everywhere names its environments.',
    table(['alert', 'severity', 'answer within', 'team', 'evaluated by', 'fires when', 'for', 'reaches', 'environments'], [...alerts].sort((a, b) => compareText(a.id, b.id)).map((alert) => row(alert, production))),
  );
}

function row(alert: Alert, environment: Environment): readonly string[] {
  const { priority, responseTime } = severities[alert.severity];
  const labels = { ...rulesOf(alert, environment)[0]?.data.labels, alertname: alert.id };
  return [
    `[${alert.id}](../runbooks/${alert.id}.md)`,
    `${alert.severity} (${priority})`,
    responseTime,
    alert.team,
    alert.evaluator,
    `${alert.description}${threshold(alert, environment)}`,
    alert.for ?? 'at once',
    receiversOf(labels, environment).map(code).join(', '),
    environmentsOf(alert),
  ];
}

function threshold(alert: Alert, environment: Environment): string {
  const value = alertThreshold(alert, environment);
  return alert.threshold === undefined || value === undefined ? '' : ` (${alert.threshold.comparison} ${Number(value.toPrecision(4))} ${alert.threshold.unit})`;
}

function environmentsOf(alert: Alert): string {
  const names = environmentNames.filter((name) => rulesOf(alert, environmentNamed(name)).length > 0);
  return names.length === environmentNames.length ? 'all' : names.join(', ');
}
