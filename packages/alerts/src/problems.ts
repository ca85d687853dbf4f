import { type Environment, type Problem, didYouMean, durationMs, services, severities, teams, unknownKeys } from '@bud-o11y/model';
import { type Alert, type AlertThreshold, alertThreshold } from './alert.ts';
import { alertGroupNames, alertGroups } from './groups.ts';
import { labelFaults } from './label-problems.ts';
import type { AlertRule } from './rules-of.ts';
import { textFaults } from './text-problems.ts';

/** One fault of a declaration; code and place are the same for all of them. */
export type Fault = Pick<Problem, 'what' | 'why' | 'fix'>;

const keys = Object.keys({
  id: true, area: true, group: true, severity: true, team: true, service: true, threshold: true, expr: true, shownAfter: true, for: true, keepFiringFor: true, summary: true,
  description: true, panel: true, panelVariables: true, labels: true, when: true, tests: true, evaluator: true, source: true,
} satisfies Readonly<Record<keyof Alert, true>>);

const thresholdKeys = Object.keys({ value: true, unit: true, comparison: true } satisfies Readonly<Record<keyof AlertThreshold, true>>);

/** What is wrong with one alert in one environment, as far as its declaration alone can tell. */
export function alertProblems(alert: Alert, rules: readonly AlertRule[], environment: Environment): readonly Problem[] {
  return inFile(alert, [...keyFaults(alert), ...durationFaults(alert), ...writtenDurations(alert), ...textFaults(alert), ...thresholdFaults(alert, rules, environment), ...labelFaults(alert, rules)]);
}

/**
 * Names of an alert that nothing answers to: what no type vouched for, since the file was not compiled or the value was cast.
 * Such an alert becomes no rule at all.
 */
export function misnamed({ id, source, severity, group, team, service }: Alert): readonly Problem[] {
  const asked: readonly (readonly [string, string, readonly string[]])[] = [
    ['severity', severity, Object.keys(severities)], ['group', group, alertGroupNames], ['team', team, Object.keys(teams)],
    ...(typeof service === 'string' ? [['service', service, Object.keys(services)] as const] : []),
  ];
  return inFile({ id, source }, asked.filter(([, name, known]) => !known.includes(name)).map(([what, name, known]) => ({
    what: `${id} has the ${what} ${JSON.stringify(name)}, which does not exist`,
    why: 'nobody would evaluate it, or nobody be told',
    fix: didYouMean(name, known) ?? `use one of ${known.join(', ')}`,
  })));
}

function inFile({ id, source }: Pick<Alert, 'id' | 'source'>, faults: readonly Fault[]): readonly Problem[] {
  return faults.map((fault) => ({ code: 'alerts-declaration', severity: 'error', where: { file: source, path: id }, ...fault }));
}

function keyFaults(alert: Alert): readonly Fault[] {
  return [...unknownKeys(alert, keys), ...unknownKeys(alert.threshold ?? {}, thresholdKeys)].map(({ key, fix }) => ({
    what: `${alert.id} has the unknown key ${key}`, why: 'nobody reads it: the setting that was meant is not in the rule, and no ruler says so', fix,
  }));
}

function writtenDurations(alert: Alert): readonly Fault[] {
  return (['for', 'keepFiringFor', 'shownAfter'] as const).flatMap((key) => {
    const value = alert[key];
    if (value === undefined || durationMs(value) !== undefined) return [];
    return [{ what: `\`${key}: ${value}\` of ${alert.id} is no duration`, why: 'the ruler would refuse the whole group, or nobody could say when the alert arrives', fix: 'write a number and one of ms, s, m, h, d, w, y' }];
  });
}

function durationFaults(alert: Alert): readonly Fault[] {
  const interval = durationMs(alertGroups[alert.group].interval) ?? 0;
  const hold = durationMs(alert.for ?? '');
  if (hold === undefined || (hold >= 2 * interval && hold % interval === 0)) return [];
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
