import { stack, stackOffsetExpand, stackOffsetNone } from 'd3-shape';
import { isValue, type Series } from '../series.ts';
import type { Sample } from './sample.ts';

/** Each series on top of those before it; `percent` makes every instant a whole of 1. A series without a sample adds nothing there. */
export function stacked(series: readonly Series[], mode: 'normal' | 'percent'): readonly (readonly Sample[])[] {
  const times = [...new Set(series.flatMap(({ points }) => points.map(([seconds]) => seconds)))].sort((a, b) => a - b);
  const values = series.map(({ points }) => new Map(points));
  const layers = stack<number, number>()
    .keys(series.keys())
    .value((seconds, at) => {
      const value = values[at]?.get(seconds);
      return isValue(value) ? value : 0;
    })
    .offset(mode === 'percent' ? stackOffsetExpand : stackOffsetNone)(times);
  return layers.map((layer) => layer.map(([base, value], at) => ({ seconds: times[at] as number, base, value: Number.isNaN(value) ? null : value })));
}
