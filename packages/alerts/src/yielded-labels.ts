import { type Query, catalogLabels, resultLabels } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';

const recorded: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  recordingGroups.flatMap((group) => group.series.map(({ metric, spec }) => [metric, new Set(Object.keys(spec.labels))] as const)),
);

/** The labels that the result of an alert's expression can carry; undefined where a bare log stream leaves them open. */
export function yieldedLabels(query: Pick<Query, 'text'>): ReadonlySet<string> | undefined {
  return resultLabels(query.text, (series) => recorded.get(series) ?? catalogLabels(series));
}
