import type { ProofOfLifeAnswer } from '@bud-o11y/model';
import type { PanelJson, TargetJson } from './dashboard-json.ts';
import { type Field, fieldOf } from './fields.ts';

/** A sample: unix seconds and its value; null where the engine had none. */
export type Point = readonly [unixSeconds: number, value: number | null];

/** One curve, bar or number of a panel: what the engine answered, under its name and in its looks. */
export interface Series {
  readonly refId: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly Point[];
  readonly field: Field;
}

/** The answers of a panel by query; a query that was not run has none. */
export type PanelAnswers = Readonly<Record<string, ProofOfLifeAnswer>>;

/** The series that a panel shows, in the order of its queries; hidden ones (their exemplars alone are drawn) are left out. */
export function seriesOf(panel: PanelJson, answers: PanelAnswers): readonly Series[] {
  return (panel.targets ?? []).flatMap((target) =>
    (answers[target.refId]?.series ?? []).map(({ labels, points }): Series => {
      const name = seriesName(target, labels);
      const field = fieldOf(panel, { name, refId: target.refId });
      return { refId: target.refId, name: field.title, labels, points, field };
    }),
  ).filter(({ field }) => !field.hidden);
}

/** The last value that is one. */
export function lastValue({ points }: Pick<Series, 'points'>): number | undefined {
  return points.findLast(([, value]) => isValue(value))?.[1] ?? undefined;
}

/** The values of a series that are values. */
export function valuesOf({ points }: Pick<Series, 'points'>): readonly number[] {
  return points.flatMap(([, value]) => (isValue(value) ? [value] : []));
}

/** Whether a sample is one: a hole in a series is null, and 0/0 is no number. */
export function isValue(value: number | null | undefined): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** The legend with the labels filled in; without a legend, the labels. */
function seriesName({ legendFormat = '', refId }: TargetJson, labels: Series['labels']): string {
  const name = legendFormat.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? '').trim();
  if (name !== '') return name;
  return Object.entries(labels).map(([label, value]) => `${label}=${value}`).join(', ') || refId;
}
