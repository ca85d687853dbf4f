import { html, type Html } from '../html.ts';
import { judge } from '../judge-value.ts';
import { type Series, lastValue, valuesOf } from '../series.ts';
import { shortened } from '../shortened.ts';

/** A series and the colour it is drawn in, as CSS. */
export interface Drawn {
  readonly series: Series;
  readonly colour: string;
}

interface Room {
  /** Lines of the legend. */
  readonly lines: number;
  /** Width of the panel, in columns of 24. */
  readonly columns: number;
}

/** Pixels at a width of 1440: a column of the grid, a column of figures, a character, and what lies between. */
const [gridColumn, figureColumn, character, between] = [58, 95, 7.4, 45];

/** The figures under a chart, largest last value first. What has no room is counted, not cut off. */
export function legend(drawn: readonly Drawn[], { lines, columns }: Room, withMean: boolean): Html {
  const characters = Math.floor((columns * gridColumn - between - (withMean ? 3 : 2) * figureColumn) / character);
  const sorted = [...drawn].sort((a, b) => (lastValue(b.series) ?? -Infinity) - (lastValue(a.series) ?? -Infinity));
  const shown = sorted.slice(0, sorted.length > lines ? lines - 1 : lines);
  return html`<table class="legend">
<thead><tr><th scope="col">series</th><th scope="col">last</th><th scope="col">max</th>${withMean && html`<th scope="col">mean</th>`}</tr></thead>
<tbody>${shown.map((one) => line(one, characters, withMean))}</tbody>
${shown.length < sorted.length && html`<tfoot><tr><td colspan="${withMean ? 4 : 3}">and ${sorted.length - shown.length} more</td></tr></tfoot>`}
</table>`;
}

function line({ series, colour }: Drawn, characters: number, withMean: boolean): Html {
  const values = valuesOf(series);
  const figure = (value: number | undefined): Html => html`<td>${judge(value, series.field).text}</td>`;
  const mean = values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
  return html`<tr><th scope="row" title="${series.name}"><i style="background:${colour}"></i>${shortened(series.name, characters)}</th>${figure(lastValue(series))}${figure(values.length === 0 ? undefined : Math.max(...values))}${withMean && figure(mean)}</tr>`;
}
