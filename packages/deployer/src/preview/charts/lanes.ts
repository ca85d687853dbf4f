import { fill } from '../colours.ts';
import type { PanelJson } from '../dashboard-json.ts';
import { html, type Html } from '../html.ts';
import { judge } from '../judge-value.ts';
import { lastValue, type Series } from '../series.ts';
import { shortened } from '../shortened.ts';
import { type TimeAxis, timeAxis } from '../time-axis.ts';
import { round } from './plot.ts';
import type { Span } from './span.ts';

/** One lane per series in the colours of its states. Equal neighbours are one bar, as in a timeline; the last state stands at the end in words. */
export function lanes(panel: PanelJson, series: readonly Series[], span: Span): Html {
  const { w, h } = panel.gridPos;
  const room = Math.max(1, Math.floor((h * 38 - 102) / 19));
  const shown = series.slice(0, series.length > room ? room - 1 : room);
  const x = timeAxis(span.from, span.to, w);
  return html`<div class="lanes"><table><tbody>${shown.map((one) => html`<tr><th scope="row" title="${one.name}">${shortened(one.name, Math.max(10, w * 2))}</th><td class="lane">${lane(one, x)}</td><td class="state">${judge(lastValue(one), one.field).text}</td></tr>`)}
<tr aria-hidden="true"><td></td><td class="lane"><div class="x">${x.marks.map(({ at, label }) => html`<span style="left:${round(at)}%">${label}</span>`)}</div></td><td></td></tr></tbody></table></div>
${shown.length < series.length && html`<p class="note">and ${series.length - shown.length} more</p>`}`;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

function lane(series: Series, x: TimeAxis): Html {
  return html`<svg role="img" aria-label="${series.name} over time" viewBox="0 0 1000 10" preserveAspectRatio="none">${pieces(series, x).map(({ from, to, colour }) => html`<rect x="${round(from)}" width="${round(to - from)}" y="0" height="10" fill="${fill(colour)}"/>`)}</svg>`;
}

/** A sample holds until the next one. */
function pieces({ points, field }: Series, x: TimeAxis): readonly Piece[] {
  const found: Piece[] = [];
  for (const [at, [seconds, value]] of points.entries()) {
    const { colour } = judge(value, field);
    const from = x.at(seconds);
    const to = Math.min(1_000, x.at(points[at + 1]?.[0] ?? seconds));
    const last = found.at(-1);
    if (last !== undefined && last.colour === colour && Math.abs(last.to - from) < 1) found[found.length - 1] = { ...last, to };
    else if (to > from) found.push({ from, to, colour });
  }
  return found;
}
