import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { fill, placesByName, seriesColour, seriesHues } from '../colours.ts';
import type { PanelJson } from '../dashboard-json.ts';
import { html, type Html } from '../html.ts';
import { isValue, type Point, type Series } from '../series.ts';
import { type TimeAxis, timeAxis } from '../time-axis.ts';
import { type Drawn, legend } from './legend.ts';
import { plot, round } from './plot.ts';
import type { Sample } from './sample.ts';
import type { Span } from './span.ts';
import { stacked } from './stacked.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

interface Curve extends Drawn {
  readonly samples: readonly Sample[];
  readonly isDashed: boolean;
}

/** Curves or bars over time, between their axes and above their legend, as Grafana's `timeseries` draws them. */
export function lineChart(panel: PanelJson, series: readonly Series[], span: Span): Html {
  const custom = panel.fieldConfig?.defaults?.custom ?? {};
  const { w, h } = panel.gridPos;
  const mode = (custom['stacking'] as { readonly mode?: string } | undefined)?.mode;
  const curves = curvesOf(series, mode);
  const x = timeAxis(span.from, span.to, w);
  const count = h > 6 ? 4 : 3;
  const looks = { isBars: custom['drawStyle'] === 'bars', isSteps: custom['lineInterpolation'] === 'stepAfter', opacity: Number(custom['fillOpacity'] ?? 0) / 100 };
  const [left, right] = (['left', 'right'] as const).map((side) => axisOf(curves.filter(({ series: { field } }) => field.axis === side), { count, mode, standsOn0: looks.isBars || isStacked(mode) }));
  const axis = (curve: Curve): ValueAxis => (curve.series.field.axis === 'right' ? right : left) ?? valueAxis([], { unit: 'none' }, count);
  const shapes = curves.map((curve) => (looks.isBars ? bars(curve, x, axis(curve)) : strokes(curve, x, axis(curve), looks)));
  const calcs = (panel.options?.['legend'] as { readonly calcs?: readonly string[] } | undefined)?.calcs ?? [];
  return html`${plot({
    shapes: [...shapes, left !== undefined && thresholdLines(panel, left)],
    x,
    left: left?.marks ?? [],
    ...(right === undefined ? {} : { right: right.marks }),
    label: `${panel.title}: ${curves.length} series over time; the table below has the figures`,
  })}${legend(curves, { lines: Math.max(3, h - 4), columns: w }, calcs.includes('mean') && w >= 8)}`;
}

function curvesOf(series: readonly Series[], mode: string | undefined): readonly Curve[] {
  const samples = isStacked(mode) ? stacked(series, mode) : series.map(({ points }) => points.map(single));
  const places = placesByName(series);
  return series.map((one, at) => {
    const place = places.get(one.name) ?? 0;
    return { series: one, samples: samples[at] ?? [], colour: one.field.colour === undefined ? seriesColour(place) : fill(one.field.colour), isDashed: one.field.dashed || place >= seriesHues };
  });
}

function isStacked(mode: string | undefined): mode is 'percent' | 'normal' {
  return mode === 'percent' || mode === 'normal';
}

function single([seconds, value]: Point): Sample {
  return { seconds, base: 0, value: isValue(value) ? value : null };
}

interface AxisLooks {
  readonly count: number;
  readonly mode: string | undefined;
  /** Bars and stacks are read by their height, which begins at 0. */
  readonly standsOn0: boolean;
}

/** Series that are stacked to a whole have the whole as their axis, whatever their unit. */
function axisOf(curves: readonly Curve[], { count, mode, standsOn0 }: AxisLooks): ValueAxis | undefined {
  const [first] = curves;
  if (first === undefined) return undefined;
  const values = curves.flatMap(({ samples }) => samples.flatMap(({ value }) => value ?? []));
  return valueAxis(standsOn0 ? [0, ...values] : values, mode === 'percent' ? { unit: 'percentunit', min: 0, max: 1 } : first.series.field, count);
}

function strokes({ samples, colour, isDashed }: Curve, x: TimeAxis, y: ValueAxis, looks: { readonly isSteps: boolean; readonly opacity: number }): Html {
  const shape = looks.isSteps ? curveStepAfter : curveLinear;
  const defined = ({ value }: Sample): boolean => value !== null;
  const at = ({ seconds }: Sample): number => x.at(seconds);
  const top = ({ value }: Sample): number => y.at(value ?? 0);
  const stroke = line<Sample>().defined(defined).x(at).y(top).curve(shape).digits(1)(samples);
  const floor = ({ base }: Sample): number => y.at(Math.max(base, y.least));
  const surface = looks.opacity > 0 ? area<Sample>().defined(defined).x(at).y0(floor).y1(top).curve(shape).digits(1)(samples) : null;
  return html`${surface !== null && html`<path d="${surface}" fill="${colour}" fill-opacity="${looks.opacity}"/>`}${stroke !== null && html`<path class="stroke" d="${stroke}" stroke="${colour}"${isDashed && html` stroke-dasharray="6 4"`}/>`}`;
}

function bars({ samples, colour }: Curve, x: TimeAxis, y: ValueAxis): Html {
  const [first, second] = samples;
  const width = first === undefined || second === undefined ? 10 : (x.at(second.seconds) - x.at(first.seconds)) * 0.8;
  const pieces = samples.filter((sample) => isValue(sample.value) && sample.value !== sample.base);
  return html`${pieces.map(({ seconds, base, value }) => html`<rect x="${round(x.at(seconds) - width)}" width="${round(width)}" y="${round(y.at(value ?? 0))}" height="${round(Math.max(0, y.at(base) - y.at(value ?? 0)))}" fill="${colour}"/>`)}`;
}

/** A dashed line where each colour begins; what lies outside the axis is not drawn, as in Grafana. */
function thresholdLines(panel: PanelJson, y: ValueAxis): Html {
  const { custom = {}, thresholds } = panel.fieldConfig?.defaults ?? {};
  const isDrawn = (custom['thresholdsStyle'] as { readonly mode?: string } | undefined)?.mode?.includes('dashed') === true;
  const steps = isDrawn ? (thresholds?.steps ?? []).filter(({ value }) => value !== null && value >= y.least && value <= y.most) : [];
  return html`${steps.map(({ value, color }) => html`<path class="threshold" d="M0,${round(y.at(value ?? 0))}H1000" stroke="${fill(color)}"/>`)}`;
}
