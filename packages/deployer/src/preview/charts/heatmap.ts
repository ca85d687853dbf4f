import type { PanelJson } from '../dashboard-json.ts';
import { html, type Html } from '../html.ts';
import { isValue, type Series } from '../series.ts';
import { type Mark, timeAxis } from '../time-axis.ts';
import { formatValue } from '../units.ts';
import { plot, round } from './plot.ts';
import type { Span } from './span.ts';

/** Widest number of cells in a line: more are not told apart on a screen. */
const cellsPerLine = 60;

interface Bucket {
  readonly bound: number;
  readonly values: ReadonlyMap<number, number>;
}

/** A distribution over time: a line per bucket, the fuller a cell the stronger its colour. */
export function heatmap(panel: PanelJson, series: readonly Series[], span: Span): Html {
  const buckets = apart(series);
  const { w } = panel.gridPos;
  const x = timeAxis(span.from, span.to, w);
  const times = thinned([...new Set(buckets.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b));
  const fullest = Math.max(...buckets.flatMap(({ values }) => times.map((seconds) => values.get(seconds) ?? 0)));
  const width = times.length < 2 ? 20 : x.at(times[1] as number) - x.at(times[0] as number);
  const height = 1_000 / Math.max(1, buckets.length);
  const cells = buckets.flatMap(({ values }, line) => times.map((seconds) => {
    const value = values.get(seconds) ?? 0;
    // Weak cells must be seen beside the fullest one: the strength grows with the root, as on Grafana's exponential scale.
    return value > 0 && html`<rect x="${round(x.at(seconds) - width)}" width="${round(width * 0.94)}" y="${round(1_000 - (line + 1) * height)}" height="${round(height * 0.94)}" fill-opacity="${Math.sqrt(value / fullest).toFixed(2)}"/>`;
  }));
  return plot({ shapes: html`<g class="heat">${cells}</g>`, x, left: bounds(buckets, panel), label: `${panel.title}: ${buckets.length} buckets over time, up to ${formatValue(fullest, panel.fieldConfig?.defaults?.unit ?? 'none')} in one` });
}

/** Prometheus counts each bucket with all below it; what a cell shows is the bucket alone. */
function apart(series: readonly Series[]): readonly Bucket[] {
  const cumulative = series.map(({ labels, points }) => ({ bound: Number((labels['le'] ?? '').replace('+Inf', 'Infinity')), values: new Map(points.filter((point): point is readonly [number, number] => isValue(point[1]))) })).sort((a, b) => a.bound - b.bound);
  return cumulative.map(({ bound, values }, at) => ({ bound, values: new Map([...values].map(([seconds, value]) => [seconds, Math.max(0, value - (cumulative[at - 1]?.values.get(seconds) ?? 0))])) }));
}

function thinned(times: readonly number[]): readonly number[] {
  const every = Math.max(1, Math.ceil(times.length / cellsPerLine));
  return times.filter((_, at) => at % every === 0);
}

/** The upper bound of every other bucket, so that the labels do not touch. */
function bounds(buckets: readonly Bucket[], panel: PanelJson): readonly Mark[] {
  const unit = (panel.options?.['yAxis'] as { readonly unit?: string } | undefined)?.unit ?? 'none';
  const every = Math.max(1, Math.ceil(buckets.length / 6));
  return buckets.map(({ bound }, line) => ({ at: 100 - ((line + 1) * 100) / buckets.length, label: formatValue(bound, unit) })).filter((_, line) => line % every === 0);
}
