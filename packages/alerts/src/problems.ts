import { type Environment, type Problem, durationMs, nearest } from '@bud-o11y/model';
import { type Alert, alertThreshold } from './alert.ts';
import { alertGroups } from './groups.ts';
import { labelFaults } from './label-problems.ts';
import type { AlertRule } from './rules-of.ts';

/** One fault of a declaration; code and place are the same for all of them. */
export type Fault = Pick<Problem, 'what' | 'why' | 'fix'>;

const keys = {
  id: true, area: true, group: true, severity: true, team: true, service: true, threshold: true, expr: true, shownAfter: true, for: true, keepFiringFor: true, summary: true,
  description: true, panel: true, panelVariables: true, labels: true, when: true, tests: true, evaluator: true, source: true,
} as const satisfies Readonly<Record<keyof Alert, true>>;

/** What is wrong with one alert in one environment, as far as its declaration alone can tell. */
export function alertProblems(alert: Alert, rules: readonly AlertRule[], environment: Environment): readonly Problem[] {
  const faults = [...keyFaults(alert), ...durationFaults(alert), ...writtenDurations(alert), ...thresholdFaults(alert, rules, environment), ...rules.flatMap(languageFaults), ...labelFaults(alert, rules)];
  return faults.map((fault) => ({ code: 'alerts-declaration', severity: 'error', where: { file: alert.source, path: alert.id }, ...fault }));
}

/** A key that no type vouched for, since it came through a spread or a cast. */
function keyFaults(alert: Alert): readonly Fault[] {
  return Object.keys(alert).filter((key) => !(key in keys)).map((key) => {
    const guess = nearest(key, Object.keys(keys));
    return { what: `${alert.id} has the unknown key ${key}`, why: 'nobody reads it: the setting that was meant is not in the rule, and no ruler says so', fix: guess === undefined ? 'remove it' : `did you mean ${guess}?` };
  });
}

function writtenDurations(alert: Alert): readonly Fault[] {
  return (['keepFiringFor', 'shownAfter'] as const).flatMap((key) => {
    const value = alert[key];
    if (value === undefined || durationMs(value) !== undefined) return [];
    return [{ what: `\`${key}: ${value}\` of ${alert.id} is no duration`, why: 'the ruler would refuse the whole group, or nobody could say when the alert arrives', fix: 'write a number and one of ms, s, m, h, d, w, y' }];
  });
}

function durationFaults(alert: Alert): readonly Fault[] {
  const interval = durationMs(alertGroups[alert.group].interval) ?? 0;
  const hold = alert.for === undefined ? 2 * interval : (durationMs(alert.for) ?? 0);
  if (hold >= 2 * interval && hold % interval === 0) return [];
  return [{
    what: `\`for: ${alert.for}\` of ${alert.id} is not a multiple, at least the double, of its group's interval ${alertGroups[alert.group].interval}`,
    why: 'a shorter hold is decided by a single evaluation, and an odd one is rounded up: the alert does not do what its file says',
    fix: 'choose a longer `for`, or a group with a shorter interval',
  }];
}

function thresholdFaults(alert: Alert, rules: readonly AlertRule[], environment: Environment): readonly Fault[] {
  const value = alertThreshold(alert, environment);
  if (alert.threshold === undefined) {
    if (!rules.some(({ query }) => /\bNaN\b/.test(query.text))) return [];
    return [{ what: `the expression of ${alert.id} takes a threshold, and none is given`, why: 'it compares with NaN, so it never fires', fix: 'give `threshold`' }];
  }
  if (value !== undefined && Number.isFinite(value) && value >= 0) return [];
  return [{ what: `the threshold of ${alert.id} in ${environment.name} is ${value}`, why: 'no signal of the catalog is negative or infinite: the alert would always fire, or never', fix: 'correct `threshold.value`' }];
}

function languageFaults({ alert, query }: AlertRule): readonly Fault[] {
  const wanted = alert.evaluator === 'loki' ? 'logql' : 'promql';
  if (query.language === wanted) return [];
  return [{ what: `${alert.id} gives ${query.language} to the ${alert.evaluator} ruler`, why: 'the ruler refuses the whole file', fix: `write it in ${wanted}, or move the alert to a group of another evaluator` }];
}
