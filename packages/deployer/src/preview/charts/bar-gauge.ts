import { fill, ink, placesByName, seriesColour } from '../colours.ts';
import type { PanelJson } from '../dashboard-json.ts';
import { html, type Html } from '../html.ts';
import { judge } from '../judge-value.ts';
import { lastValue, type Series } from '../series.ts';
import { shortened } from '../shortened.ts';
import { round } from './plot.ts';

/** One bar per series as it is now; the full bar is the panel's maximum, else the longest bar there is. */
export function barGauge(panel: PanelJson, series: readonly Series[]): Html {
  const { w, h } = panel.gridPos;
  const room = Math.max(1, Math.floor((h * 38 - 80) / 21));
  const shown = series.slice(0, series.length > room ? room - 1 : room);
  const isNamed = panel.fieldConfig?.defaults?.color?.mode.startsWith('palette') === true;
  const places = placesByName(series);
  const longest = Math.max(...series.map((one) => lastValue(one) ?? 0));
  return html`<ul class="bars${w < 8 && ' narrow'}">${shown.map((one) => {
    const value = lastValue(one);
    const { text, colour } = judge(value, one.field);
    const bar = isNamed ? seriesColour(places.get(one.name) ?? 0) : fill(colour);
    return html`<li><span class="name" title="${one.name}">${shortened(one.name, Math.floor(w * (w < 8 ? 3.2 : 2.2)))}</span><span class="track"><i style="width:${round(100 * share(value, one.field.min ?? 0, one.field.max ?? longest))}%;background:${bar}"></i></span><span class="value" style="color:${ink(colour)}">${text}</span></li>`;
  })}</ul>${shown.length < series.length && html`<p class="note">and ${series.length - shown.length} more</p>`}`;
}

function share(value: number | undefined, min: number, max: number): number {
  return value === undefined || max <= min ? 0 : Math.min(1, Math.max(0, (value - min) / (max - min)));
}
