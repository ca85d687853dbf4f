import type { LogEntry } from '@bud-o11y/alerts';
import { errorLabel } from './json-stage.ts';
import type { LabelSet } from './match.ts';
import { type Passed, passing } from './pipeline.ts';
import type { RangeExpression } from './syntax.ts';

/** One value of a result. */
export interface Sample {
  readonly labels: LabelSet;
  readonly value: number;
}

/** Loki fails a query that counts a line with an error, and with it the evaluation of the rule. */
export class PipelineFailure extends Error {
  override readonly name = 'PipelineFailure';
}

/**
 * A range expression over some lines, as a function of the moment in milliseconds.
 * @throws RangeError, when called, for a line on the very edge of a window, and PipelineFailure for one that still carries
 * an error there.
 */
export function windowOver(range: RangeExpression, entries: readonly LogEntry[]): (atMs: number) => readonly Sample[] {
  const lines = passing(range, entries);
  return (atMs) => {
    const [start, end] = [atMs - range.offsetMs - range.rangeMs, atMs - range.offsetMs];
    const inside = lines.filter((line) => line.atMs >= start && line.atMs <= end);
    inside.forEach((line) => refuse(line, start, end));
    if (range.operation === 'absent_over_time') return inside.length > 0 ? [] : [{ labels: selected(range), value: 1 }];
    return counted(inside).map(({ labels, value }) => ({ labels, value: range.operation === 'rate' ? value / (range.rangeMs / 1_000) : value }));
  };
}

function refuse({ atMs, labels }: Passed, start: number, end: number): void {
  if (atMs === start || atMs === end) throw new RangeError(`the line at ${atMs} ms lies on the edge of a window: whether it counts is the store's affair`);
  const error = labels[errorLabel] ?? '';
  if (error !== '') throw new PipelineFailure(`the query fails in Loki: pipeline error ${error} of the line at ${atMs} ms`);
}

function counted(lines: readonly Passed[]): readonly Sample[] {
  const groups = Map.groupBy(lines, ({ key }) => key);
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ labels: group[0].labels, value: group.length }]));
}

/** The labels of the sample that says "nothing": those that the selector pins to one value. */
function selected({ selector }: RangeExpression): LabelSet {
  return Object.fromEntries(selector.filter(({ operator }) => operator === '=').map(({ label, value }) => [label, value]));
}
