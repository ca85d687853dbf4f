import { scaleLinear } from 'd3-scale';
import type { Field } from '../fields.ts';
import type { Mark } from '../time-axis.ts';
import { formatValue, roundStep } from '../units.ts';

/** Where values stand, in per mille from the top, and the marks beside the chart, in percent from the top. */
export interface ValueAxis {
  readonly at: (value: number) => number;
  readonly marks: readonly Mark[];
  readonly least: number;
  readonly most: number;
}

/** The axis of all values that share it, from the field's own bounds where it has them; `count` marks, more or less. */
export function valueAxis(values: readonly number[], { unit, min, max }: Pick<Field, 'unit' | 'min' | 'max'>, count: number): ValueAxis {
  const finite = values.filter(Number.isFinite);
  const least = min ?? Math.min(...finite, Infinity);
  const most = max ?? Math.max(...finite, -Infinity);
  const step = roundStep(Math.max(Math.abs(most), Math.abs(least)), unit);
  const scale = scaleLinear().domain(spread(least, most, step)).range([1_000, 0]);
  if (max === undefined || min === undefined) scale.nice(count);
  const [bottom = 0, top = 1] = scale.domain();
  return {
    at: (value) => scale(value / step),
    marks: scale.ticks(count).map((tick) => ({ at: scale(tick) / 10, label: formatValue(tick * step, unit) })),
    least: bottom * step,
    most: top * step,
  };
}

/** Flat and empty data need a height too; what differs in the last digits alone, as averages do, is flat. */
function spread(least: number, most: number, step: number): readonly [number, number] {
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  if (most - least > Math.abs(most) * 1e-6) return [least / step, most / step];
  return least === 0 ? [0, 1] : [Math.min(0, least / step), Math.max(0, least / step)];
}
