import { type LogCase, alertGroups, logEntries, type Alert, rulesOf } from '@bud-o11y/alerts';
import { type Duration, type Environment, type RuleData, durationMs } from '@bud-o11y/model';
import { type FiringAlert, alertStates } from './alert-states.ts';
import { evaluator } from './evaluate.ts';
import { labelKey } from './match.ts';
import { readLogql } from './read.ts';

/** A moment of a case, the alerts that must fire then, and those that do. Equal texts where the rule does what the case says. */
export interface Outcome {
  readonly at: Duration;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/**
 * Runs one case of a log alert in an environment.
 * @throws RangeError for LogQL that the interpreter does not know, and for lines that Loki would fail over.
 */
export function runLogCase(alert: Alert, entry: LogCase, environment: Environment): readonly Outcome[] {
  return runRules(rulesOf(alert, environment).map(({ data }) => data), entry, durationMs(alertGroups[alert.group].interval) ?? Number.NaN);
}

/** The same for rules as they stand in a file, evaluated every `stepMs`. */
export function runRules(rules: readonly RuleData[], entry: LogCase, stepMs: number): readonly Outcome[] {
  const entries = logEntries(entry.lines);
  const until = durationMs(entry.at) ?? Number.NaN;
  const states = rules.map((rule) => alertStates(rule, evaluator(readLogql(rule.expr), entries), stepMs, until));
  const firingAt = (at: Duration): readonly string[] => states.flatMap((steps) => steps[Math.floor((durationMs(at) ?? 0) / stepMs)] ?? []).map(text).toSorted();
  const before = entry.quietAt === undefined ? [] : [{ at: entry.quietAt, expected: [], actual: firingAt(entry.quietAt) }];
  return [...before, { at: entry.at, expected: expectedAlerts(rules, entry).map(text).toSorted(), actual: firingAt(entry.at) }];
}

/** The whole alerts that a case names by what the expression yields. */
export function expectedAlerts(rules: readonly RuleData[], entry: LogCase): readonly FiringAlert[] {
  return entry.alerts.flatMap(({ labels, value }) => {
    const { service, ...yielded } = labels;
    const rule = rules.find(({ labels: fixed }) => service === undefined || fixed?.['service'] === service || fixed?.['service']?.startsWith('{{') === true);
    const own = rule?.labels?.['service'] === service ? yielded : labels;
    return rule === undefined ? [] : (alertStates({ ...rule, for: '0s' }, () => [{ labels: own, value }], 1, 0)[0] ?? []);
  });
}

/** One line per alert: texts and labels in full, the value to nine digits. */
function text({ labels, annotations, value }: FiringAlert): string {
  return `${labelKey(labels)} ${labelKey(annotations)} ${Number(value.toPrecision(9))}`;
}
