import { type Alert, metricCases } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import type { RecordingCase } from '../real/recording-cases.ts';
import type { BatchCase } from './batch.ts';
import { mutatedCase } from './mutated-case.ts';
import { mutatedRecording } from './mutated-recording.ts';

/** The cases of some metric alerts. */
export function alertBatch(alerts: readonly Alert[], environment: Environment): readonly BatchCase[] {
  return alerts.flatMap((alert) => metricCases(alert).map((entry) => mutatedCase(alert, entry, environment)));
}

/** The cases of some recordings: what is promised of them, twenty minutes in. */
export function recordingBatch(cases: readonly RecordingCase[], environment: Environment): readonly BatchCase[] {
  const groups = renderRules(environment).map(({ data }) => data.groups[0]);
  return cases.map(({ name, given, series, values }) => mutatedRecording({
    name, given, expr: `round(${series.text}, 0.0001)`, at: '20m', samples: Object.entries(values).map(([labels, value]) => ({ labels, value })),
  }, groups));
}
