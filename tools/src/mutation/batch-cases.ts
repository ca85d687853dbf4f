import { type Alert, metricCases } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { type RecordingCase, groupsBeside, momentOf } from '../real/recording-cases.ts';
import type { BatchCase } from './batch.ts';
import { mutatedCase } from './mutated-case.ts';
import { mutatedRecording } from './mutated-recording.ts';

/** The cases of some metric alerts. */
export function alertBatch(alerts: readonly Alert[], environment: Environment): readonly BatchCase[] {
  return alerts.flatMap((alert) => metricCases(alert).map((entry) => mutatedCase(alert, entry, environment)));
}

/** The cases of some recordings: what is promised of them, twenty steps in. */
export function recordingBatch(cases: readonly RecordingCase[], environment: Environment): readonly BatchCase[] {
  const groups = renderRules(environment).map(({ data }) => data.groups[0]);
  return cases.map((entry) => mutatedRecording({
    name: entry.name, given: entry.given, expr: `round(${entry.series.text}, 0.0001)`, at: momentOf(entry), step: entry.step ?? '1m',
    samples: Object.entries(entry.values).map(([labels, value]) => ({ labels, value })),
  }, groupsBeside(entry, groups)));
}
