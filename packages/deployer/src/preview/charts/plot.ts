import { html, type Html, type Hole } from '../html.ts';
import type { Mark, TimeAxis } from '../time-axis.ts';

interface Plot {
  /** Shapes in a square of 1000 by 1000 that is stretched to the place there is; strokes and labels are not. */
  readonly shapes: Hole;
  readonly x: TimeAxis;
  readonly left: readonly Mark[];
  readonly right?: readonly Mark[];
  /** What a reader who cannot see it is told. */
  readonly label: string;
}

/** A drawing between its axes. Labels are text of the page beside a drawing that stretches: both stay sharp at every width. */
export function plot({ shapes, x, left, right = [], label }: Plot): Html {
  return html`<div class="plot">
<div class="y" style="width:${widest(left)}ch">${left.map(mark('top'))}</div>
<svg class="canvas" role="img" aria-label="${label}" viewBox="0 0 1000 1000" preserveAspectRatio="none">${left.map(({ at }) => html`<path class="grid" d="M0,${round(at * 10)}H1000"/>`)}${shapes}</svg>
${right.length > 0 && html`<div class="y right" style="width:${widest(right)}ch">${right.map(mark('top'))}</div>`}
<div class="x">${x.marks.map(mark('left'))}</div>
</div>`;
}

/** A coordinate with as many digits as a screen has use for. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}

function mark(side: 'top' | 'left'): (one: Mark) => Html {
  return ({ at, label }) => html`<span style="${side}:${round(at)}%">${label}</span>`;
}

function widest(marks: readonly Mark[]): number {
  return Math.max(2, ...marks.map(({ label }) => label.length)) + 1;
}
