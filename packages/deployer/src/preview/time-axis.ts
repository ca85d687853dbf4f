import { type ScaleTime, scaleUtc } from 'd3-scale';

/** Where the instants of a span stand, in per mille from the left, and the marks below the chart. */
export interface TimeAxis {
  readonly at: (unixSeconds: number) => number;
  readonly marks: readonly Mark[];
}

/** A labelled place on an axis, in percent. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;

/** The time axis of a span of unix seconds, in UTC; `columns` of the grid of 24 say how many marks have room. */
export function timeAxis(from: number, to: number, columns: number): TimeAxis {
  const scale = scaleUtc().domain([from * 1_000, to * 1_000]).range([0, 1_000]);
  const form = to - from <= daySeconds ? '%H:%M' : to - from <= 4 * daySeconds ? '%d %b %H:%M' : '%d %b';
  return { at: (seconds) => scale(seconds * 1_000), marks: marks(scale, Math.max(2, Math.round(columns / 2.5)), form) };
}

/** A mark at the very edge would stand half outside the chart. */
function marks(scale: ScaleTime<number, number>, count: number, form: string): readonly Mark[] {
  const write = scale.tickFormat(count, form);
  return scale.ticks(count).map((date) => ({ at: scale(date) / 10, label: write(date) })).filter(({ at }) => at > 4 && at < 96);
}
