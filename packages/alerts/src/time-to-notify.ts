import { type Environment, type Problem, type Query, durationMs, metricsRead, severities } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { type Alert, alertThreshold } from './alert.ts';
import { alertGroups } from './groups.ts';
import { routesOf } from './routing/routes.ts';
import { type AlertRule, rulesOf } from './rules-of.ts';

/** How late the Mimir ruler looks at the world, so that late samples count: its `ruler_evaluation_delay_duration` by default. */
const mimirDelayMs = 60_000;

/** From the moment at which the trouble is complete to the notification, at the latest; every part in milliseconds. */
export interface TimeToNotify {
  /** Until the expression shows it: the scrape or shipping of what changes, and the share of the window that it must fill. */
  readonly window: number;
  /** One interval for each recording group on the way, since a group may have looked just before. */
  readonly recordings: number;
  /** One interval of the alert's own group, and the ruler's delay. */
  readonly evaluation: number;
  readonly hold: number;
  /** The longest of the routes that the alert takes. */
  readonly groupWait: number;
  readonly total: number;
}

/** The time to notify of an alert where it exists; undefined where it does not. Office hours are not counted: they are the priority's own. */
export function timeToNotify(alert: Alert, environment: Environment): TimeToNotify | undefined {
  const [rule] = rulesOf(alert, environment);
  if (rule === undefined) return undefined;
  const parts = {
    window: ms(environment.scrapeInterval) + windowShare(alert, rule.query, environment),
    recordings: recordingLag(metricsRead(rule.query)),
    evaluation: ms(alertGroups[alert.group].interval) + (alert.evaluator === 'mimir' ? mimirDelayMs : 0),
    hold: alert.for === undefined ? 0 : ms(alert.for),
    groupWait: Math.max(...routesOf(labelsOf(rule), environment).map(({ groupWait }) => ms(groupWait))),
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

/** An alert that arrives later than its priority promises an answer (document 6.1). Heartbeats promise none. */
export function lateness(alert: Alert, environment: Environment): readonly Problem[] {
  const time = timeToNotify(alert, environment);
  // A duration that is none is told of where it stands: nothing can be summed until it is mended.
  if (time === undefined || Number.isNaN(time.total)) return [];
  const { priority, responseTime, responseMinutes } = severities[alert.severity];
  if (alert.severity === 'none' || time.total <= responseMinutes * 60_000) return [];
  const parts = Object.entries(time).filter(([name]) => name !== 'total').map(([name, value]) => `${name} ${value / 1_000} s`).join(', ');
  return [{
    code: 'alerts-too-slow',
    severity: 'error',
    where: { file: alert.source, path: alert.id },
    what: `${alert.id} notifies after ${Math.ceil(time.total / 60_000)} minutes in ${environment.name}, and a ${priority} must be answered within ${responseTime} (${parts})`,
    why: 'nobody can answer in time what they are not told in time',
    fix: 'shorten `for` or the window, lower the severity, or give `shownAfter` if the expression shows it sooner than its window says',
  }];
}

/**
 * The part of its longest window that a complete failure needs to show. A share of events shows when that share of the
 * window has failed; a count of events, as soon as they have happened; of anything else the whole window is assumed.
 */
function windowShare(alert: Alert, query: Query, environment: Environment): number {
  if (alert.shownAfter !== undefined) return ms(alert.shownAfter);
  const longest = longestWindow(query);
  if (alert.threshold?.comparison !== '>') return longest;
  if (alert.threshold.unit === 'count') return 0;
  return alert.threshold.unit === 'ratio' ? Math.min(1, alertThreshold(alert, environment) ?? 1) * longest : longest;
}

/** The longest range that a query reads itself or by way of recordings. */
function longestWindow(query: Pick<Query, 'text' | 'selectors'>): number {
  const own = [...query.text.matchAll(/\[(\w+)\]/g)].map(([, range = '']) => durationMs(range) ?? 0);
  const read = metricsRead(query as Query).flatMap((metric) => recordingGroups.flatMap(({ series }) => series.filter((entry) => entry.metric === metric)));
  return Math.max(0, ...own, ...read.flatMap(({ rules }) => rules.map(({ expr }) => longestWindow(expr))));
}

/** The sum of the intervals along the slowest way from raw series through recordings. */
function recordingLag(metrics: readonly string[]): number {
  const groups = recordingGroups.filter(({ series }) => series.some(({ metric }) => metrics.includes(metric)));
  return Math.max(0, ...groups.map((group) => {
    const inside = new Set(group.series.map(({ metric }) => metric));
    const below = group.series.flatMap(({ rules }) => rules.flatMap(({ expr }) => metricsRead(expr))).filter((metric) => !inside.has(metric));
    return ms(group.interval) + recordingLag(below);
  }));
}

function labelsOf({ data }: AlertRule): Readonly<Record<string, string>> {
  return { alertname: data.alert ?? '', ...data.labels };
}

function ms(duration: string): number {
  return durationMs(duration) ?? Number.NaN;
}
