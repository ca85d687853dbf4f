import { type Duration, type LabelSpec, type StreamLabels, type logFields, durationMs } from '@bud-o11y/model';

type FieldName = (typeof logFields)[keyof typeof logFields]['name'];

/** The stream that a line belongs to: its index labels, with values of the catalog. */
export type LogStream = { readonly [Name in keyof StreamLabels]?: StreamLabels[Name] extends LabelSpec<infer Value> ? Value : string };

/** The fields of a JSON line, or the text of a line that is none. */
export type LogLine = { readonly [Name in FieldName]?: string | number } | string;

/** When a line is written: `count` times, `every` apart, the first `from` after the start of the case. */
export interface LineTimes {
  readonly from: Duration;
  readonly every: Duration;
  readonly count: number;
}

/** The same line, written repeatedly to one stream. */
export interface InputLines extends LineTimes {
  readonly stream: LogStream;
  readonly line: LogLine;
}

/** One line of a stream: what a log store takes in. `atMs` counts from the start of the case. */
export interface LogEntry {
  readonly atMs: number;
  readonly stream: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * A line that is written repeatedly. Choose times that never fall on a whole minute: whether a line on the edge of a
 * window counts is decided by the store and not by the rule.
 */
export function lines(stream: LogStream, line: LogLine, times: LineTimes): InputLines {
  return { stream, line, ...times };
}

/** Every single line of some input, in the order of time. */
export function logEntries(input: readonly InputLines[]): readonly LogEntry[] {
  return input.flatMap(entriesOf).toSorted((a, b) => a.atMs - b.atMs);
}

function entriesOf({ stream, line, from, every, count }: InputLines): readonly LogEntry[] {
  const [first, step] = [durationMs(from) ?? Number.NaN, durationMs(every) ?? Number.NaN];
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  return Array.from({ length: count }, (_, index) => ({ atMs: first + index * step, stream: { ...stream }, text }));
}
