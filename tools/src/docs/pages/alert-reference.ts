import { type Alert, alertThreshold, alerts, receiversOf, rulesOf, timeToNotify } from '@bud-o11y/alerts';
import { type Environment, compareText, environmentNamed, environmentNames, severities } from '@bud-o11y/model';
import { code, page, table } from '../markdown.ts';

const sorted = [...alerts].sort((a, b) => compareText(a.id, b.id));

/** Every alert: what it says, when it fires, how soon and whom it reaches in every environment. Thresholds and times are those of production. */
export function alertReference(): string {
  const production = environmentNamed('production');
  return page(
    'Alerts',
    '`packages/alerts/src/alerts/`',
    'Thresholds and times are those of `production`. "Notified within" is the time from complete failure to notification, at the latest: what the window needs, the recordings and evaluations on the way, `for` and the group\'s wait. It must leave time to answer; a build that breaks this stops (`alerts-too-slow`). P3 waits for office hours on top.',
    table(['alert', 'severity', 'priority', 'notified within', 'answer within', 'team', 'evaluated by', 'fires when', 'for'], sorted.map((alert) => row(alert, production))),
    '## Receivers',
    'Whom each alert reaches; `-` where an environment does not have it.',
    table(['alert', ...environmentNames], sorted.map((alert) => [alert.id, ...environmentNames.map((name) => reaches(alert, environmentNamed(name)))])),
  );
}

function row(alert: Alert, environment: Environment): readonly string[] {
  const { priority, responseTime } = severities[alert.severity];
  const time = timeToNotify(alert, environment);
  return [
    `[${alert.id}](../runbooks/${alert.id}.md)`,
    alert.severity,
    priority,
    time === undefined ? '-' : span(time.total),
    responseTime,
    alert.team,
    alert.evaluator,
    `${alert.description}${threshold(alert, environment)}`,
    alert.for ?? 'at once',
  ];
}

function threshold(alert: Alert, environment: Environment): string {
  const value = alertThreshold(alert, environment);
  return alert.threshold === undefined || value === undefined ? '' : ` (${alert.threshold.comparison} ${Number(value.toPrecision(4))} ${alert.threshold.unit})`;
}

function reaches(alert: Alert, environment: Environment): string {
  const [rule] = rulesOf(alert, environment);
  return rule === undefined ? '-' : receiversOf({ ...rule.data.labels, alertname: alert.id }, environment).map(code).join(', ');
}

/** Minutes and seconds, or hours and minutes: `7 min 25 s`. */
function span(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const parts = hours > 0 ? [`${hours} h`, `${minutes} min`] : [`${minutes} min`, `${seconds % 60} s`];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ');
}
