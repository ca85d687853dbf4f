import { type Alert, type AlertCase, logEntries, rulesOf } from '@bud-o11y/alerts';
import { type Duration, type Environment, durationMs, metricsRead } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { metricOf } from './inputs.ts';
import { lastSample } from './last-sample.ts';

/** How old a sample may be and still be seen: Prometheus' look-back. */
const lookBackMs = 300_000;

/** What an alert reads and a case gives no data for, at the moment that the case is about: names of metrics, or `lines`. */
export function dataMissing(alert: Alert, entry: AlertCase, environment: Environment): readonly string[] {
  const at = durationMs(entry.at) ?? Number.NaN;
  if ('lines' in entry) return logEntries(entry.lines).some(({ atMs }) => atMs <= at) ? [] : ['lines'];
  const step = durationMs(entry.step ?? '1m') ?? Number.NaN;
  const given = new Set(entry.series.filter(({ values }) => (lastSample(values) ?? -Infinity) * step >= at - lookBackMs).map(({ series }) => metricOf(series)));
  const read = rulesOf(alert, environment).flatMap(({ query }) => metricsRead(query));
  return [...new Set(read.flatMap((metric) => withoutData(metric, given)))].toSorted();
}

/** A series that the case does not give is recorded from others, and those must be given. */
function withoutData(metric: string, given: ReadonlySet<string>): readonly string[] {
  if (given.has(metric)) return [];
  const recorded = recordingGroups.flatMap((group) => group.series).find((series) => series.metric === metric);
  return recorded === undefined ? [metric] : recorded.rules.flatMap(({ expr }) => metricsRead(expr)).flatMap((read) => withoutData(read, given));
}

/** Whether one moment is not before another. */
export function notBefore(one: Duration, other: Duration): boolean {
  return (durationMs(one) ?? Number.NaN) >= (durationMs(other) ?? Number.NaN);
}
