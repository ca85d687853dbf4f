import { area, line } from 'd3-shape';
import { fill, ink } from '../colours.ts';
import type { PanelJson } from '../dashboard-json.ts';
import { html, type Html } from '../html.ts';
import { isJudged, judge } from '../judge-value.ts';
import { isValue, lastValue, type Point, type Series, valuesOf } from '../series.ts';
import { timeAxis } from '../time-axis.ts';
import type { Span } from './span.ts';
import { valueAxis } from './value-axis.ts';

/** One number per series as it is now, in the colour of its threshold, over the curve that led to it. */
export function stat(panel: PanelJson, series: readonly Series[], span: Span): Html {
  const { graphMode, colorMode, textMode } = panel.options ?? {};
  return html`<div class="stats${series.length > 1 && ' many'}">${series.map((one) => {
    const { text, colour } = judge(lastValue(one), one.field);
    const isFilled = colorMode === 'background' && isJudged(one.field);
    return html`<div class="stat${isFilled && ' filled'}" style="${isFilled ? html`background:${fill(colour)}` : html`color:${ink(colour)}`}">
<div class="reading"><p class="value">${text}</p>${textMode === 'value_and_name' && html`<p class="name">${one.name}</p>`}</div>
${graphMode === 'area' && sparkline(one, span)}</div>`;
  })}</div>`;
}

/** A curve without axes, lowest value at the bottom: it shows the direction, the number shows the amount. */
function sparkline(series: Series, { from, to }: Span): Html {
  const x = timeAxis(from, to, 1);
  const y = valueAxis(valuesOf(series), { unit: 'none' }, 2);
  const defined = ([, value]: Point): boolean => isValue(value);
  const at = ([seconds]: Point): number => x.at(seconds);
  const top = ([, value]: Point): number => y.at(value ?? 0);
  const surface = area<Point>().defined(defined).x(at).y0(1_000).y1(top).digits(0)([...series.points]);
  const stroke = line<Point>().defined(defined).x(at).y(top).digits(0)([...series.points]);
  return html`<svg class="sparkline" aria-hidden="true" viewBox="0 0 1000 1000" preserveAspectRatio="none"><path d="${surface ?? ''}" class="shade"/><path d="${stroke ?? ''}" class="stroke"/></svg>`;
}
