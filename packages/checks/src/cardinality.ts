import { type Expression, catalogSeries, logFields, streamLabels } from '@bud-o11y/model';
import { type Recordings, seriesRead } from './recordings.ts';

/** A label of so many values is not read as a list of them any more. */
export const manyValues = 200;

/** How many values a label of a PromQL result can have by the catalog; a label that rules and functions add has few, and counts as one. */
export function valuesOf(label: string, expression: Expression, recordings: Recordings): number {
  const read = recordings.sources(seriesRead(expression));
  return Math.max(1, ...[...read].map((series) => catalogSeries.get(series)?.spec.labels[label]?.cardinality ?? 1));
}

const ofStreams: Readonly<Record<string, { readonly cardinality: number }>> = streamLabels;

/** How many values a stream label or log field can have; without bound for ids and free text. */
export function logValuesOf(label: string): number {
  const field = Object.values(logFields).find(({ name }) => name === label);
  return ofStreams[label]?.cardinality ?? (field?.bounded === false ? Number.POSITIVE_INFINITY : 1);
}
