import { type Environment, type Problem, durationMs } from '@bud-o11y/model';
import { type Alert, alertThreshold } from './alert.ts';
import { alertGroups } from './groups.ts';
import type { AlertRule } from './rules-of.ts';

type Fault = Pick<Problem, 'what' | 'why' | 'fix'>;

/** What is wrong with one alert in one environment, as far as its declaration alone can tell. */
export function alertProblems(alert: Alert, rules: readonly AlertRule[], environment: Environment): readonly Problem[] {
  const faults = [...durationFaults(alert), ...thresholdFaults(alert, rules, environment), ...rules.flatMap(languageFaults)];
  return faults.map((fault) => ({ code: 'alerts-declaration', severity: 'error', where: { file: alert.source, path: alert.id }, ...fault }));
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
