import { type Environment, type RuleGroupData, metricsRead } from '@bud-o11y/model';
import { type RecordingGroup, recordingGroups } from '@bud-o11y/rules';
import type { Alert } from './alert.ts';
import type { ExpectedAlert, MetricCase } from './cases.ts';
import { alertGroups } from './groups.ts';
import { type AlertRule, rulesOf } from './rules-of.ts';
import { fillTemplate } from './template.ts';

/** What two files for `promtool test rules` hold: the rules of one alert with what they read, and one of its cases. */
export interface PromtoolFiles {
  readonly rules: { readonly groups: readonly RuleGroupData[] };
  readonly tests: Readonly<Record<string, unknown>> & { readonly group_eval_order: readonly string[]; readonly tests: readonly PromtoolTest[] };
}

interface PromtoolTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: MetricCase['series'];
  readonly alert_rule_test: readonly { readonly eval_time: string; readonly alertname: string; readonly exp_alerts: readonly unknown[] }[];
}

/**
 * One case of an alert as promtool reads it; `rulesFile` is the name by which the test file refers to the rules.
 * The rule file holds that alert's rules alone, after the recordings that they read. A series that the case gives is not recorded.
 */
export function promtoolFiles(alert: Alert, entry: MetricCase, environment: Environment, rulesFile: string): PromtoolFiles {
  const rules = rulesOf(alert, environment);
  const given = new Set(entry.series.map(({ series }) => metricOf(series)));
  const groups = [...recordingsRead(rules.flatMap(({ query }) => metricsRead(query)), given), alertGroup(alert, rules)];
  return {
    rules: { groups },
    tests: {
      rule_files: [rulesFile],
      evaluation_interval: entry.step ?? '1m',
      // Without an order promtool takes the groups as they come, and what one group reads of another changes from run to run.
      group_eval_order: groups.map(({ name }) => name),
      fuzzy_compare: true,
      tests: [testOf(alert, rules, entry)],
    },
  };
}

function alertGroup(alert: Alert, rules: readonly AlertRule[]): RuleGroupData {
  return { name: alert.group, interval: alertGroups[alert.group].interval, rules: rules.map(({ data }) => data) };
}

function metricOf(series: string): string {
  return series.split('{')[0] ?? series;
}

/** The recording groups cut down to what the given series depend on, in an order in which each reads only earlier ones. */
function recordingsRead(wanted: readonly string[], given: ReadonlySet<string>): readonly RuleGroupData[] {
  const needed = new Set<string>();
  const visit = (metric: string): void => {
    const recorded = given.has(metric) || needed.has(metric) ? undefined : recordingGroups.flatMap((group) => group.series).find((entry) => entry.metric === metric);
    if (recorded === undefined) return;
    needed.add(metric);
    for (const { expr } of recorded.rules) metricsRead(expr).forEach(visit);
  };
  wanted.forEach(visit);
  const groups = recordingGroups.map((group) => cutDown(group, needed)).filter((group) => group.rules.length > 0);
  return groups.toSorted((a, b) => depth(a.name) - depth(b.name));
}

function cutDown(group: RecordingGroup, needed: ReadonlySet<string>): RuleGroupData {
  const series = group.series.filter(({ metric }) => needed.has(metric));
  return {
    name: group.name,
    interval: group.interval,
    rules: series.flatMap(({ metric, rules }) => rules.map(({ expr, labels }) => ({ record: metric, expr: expr.text, labels }))),
  };
}

/** How many groups stand between a group and the raw series. */
function depth(name: string): number {
  const group = recordingGroups.find((candidate) => candidate.name === name);
  const read = new Set(group?.series.flatMap(({ rules }) => rules.flatMap(({ expr }) => metricsRead(expr))));
  const below = recordingGroups.filter((candidate) => candidate !== group && candidate.series.some(({ metric }) => read.has(metric)));
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((candidate) => depth(candidate.name)));
}

function testOf(alert: Alert, rules: readonly AlertRule[], entry: MetricCase): PromtoolTest {
  const expected = entry.alerts.map((one) => expectedAlert(rules, one));
  const quietBefore = entry.quietAt === undefined ? [] : [{ eval_time: entry.quietAt, alertname: alert.id, exp_alerts: [] }];
  return {
    name: `${alert.id}: ${entry.name}`,
    interval: entry.step ?? '1m',
    input_series: entry.series,
    alert_rule_test: [...quietBefore, { eval_time: entry.at, alertname: alert.id, exp_alerts: expected }],
  };
}

/** The complete alert: promtool compares every label and every text. The rule is the one whose fixed labels fit. */
function expectedAlert(rules: readonly AlertRule[], { labels, value }: ExpectedAlert): Readonly<Record<string, unknown>> {
  const rule = rules.find(({ data }) => !('service' in labels) || data.labels?.service === labels.service || data.labels?.service?.startsWith('{{') === true) ?? rules[0];
  const fill = (texts: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillTemplate(text, labels, value)]));
  return { exp_labels: { ...labels, ...fill(rule?.data.labels) }, exp_annotations: fill(rule?.data.annotations) };
}
