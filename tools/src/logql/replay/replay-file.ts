import { type Alert, type LogCase, alertGroups, logEntries, rulesOf } from '@bud-o11y/alerts';
import { type Environment, type RuleData, durationMs, seconds } from '@bud-o11y/model';
import { expectedAlerts } from '../run-case.ts';

/** A line as Loki's push API has it, but for the time: milliseconds after the base that whoever replays it chooses. */
export type ReplayLine = readonly [offsetMs: number, text: string];

/** The lines of one stream, in the order of time. */
export interface ReplayStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly ReplayLine[];
}

/** What must be firing at a moment; empty where the alert must be quiet. */
export interface ReplayMoment {
  readonly atSeconds: number;
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>>; readonly annotations: Readonly<Record<string, string>> }[];
}

/** One case, complete: the rules to load, the lines to write and the alerts to find. */
export interface ReplayFile {
  readonly alert: string;
  readonly case: string;
  readonly group: { readonly name: string; readonly interval: string; readonly rules: readonly RuleData[] };
  readonly streams: readonly ReplayStream[];
  readonly moments: readonly ReplayMoment[];
}

/** A case as data for a real Loki, with the rules of that alert alone. */
export function replayFile(alert: Alert, entry: LogCase, environment: Environment): ReplayFile {
  const rules = rulesOf(alert, environment).map(({ data }) => data);
  const before = entry.quietAt === undefined ? [] : [{ atSeconds: seconds(entry.quietAt), alerts: [] }];
  const alerts = expectedAlerts(rules, entry).map(({ labels, annotations }) => ({ labels, annotations }));
  return {
    alert: alert.id,
    case: entry.name,
    group: { name: alert.group, interval: alertGroups[alert.group].interval, rules },
    streams: streams(entry),
    moments: [...before, { atSeconds: (durationMs(entry.at) ?? Number.NaN) / 1_000, alerts }],
  };
}

function streams(entry: LogCase): readonly ReplayStream[] {
  const byStream = Map.groupBy(logEntries(entry.lines), ({ stream }) => JSON.stringify(stream));
  return [...byStream.values()].flatMap((lines) => (lines[0] === undefined ? [] : [{ stream: lines[0].stream, values: lines.map(({ atMs, text }) => [atMs, text] as const) }]));
}
