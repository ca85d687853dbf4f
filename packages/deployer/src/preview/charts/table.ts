import { fill, ink } from '../colours.ts';
import type { PanelJson } from '../dashboard-json.ts';
import { type Field, fieldOf } from '../fields.ts';
import { html, type Html } from '../html.ts';
import { isJudged, judge } from '../judge-value.ts';
import type { PanelAnswers } from '../series.ts';
import { shortened } from '../shortened.ts';
import { type Cell, tableRows } from '../table-rows.ts';
import { round } from './plot.ts';

/** Rows as they are now; a cell takes the looks that the panel gives its column. */
export function table(panel: PanelJson, answers: PanelAnswers): Html {
  const { columns, rows } = tableRows(panel, answers);
  const { w, h } = panel.gridPos;
  const room = Math.max(1, Math.floor((h * 38 - 110) / 25));
  const shown = rows.slice(0, rows.length > room ? room - 1 : room);
  const characters = Math.floor((w * 8) / Math.max(1, columns.length));
  const fields = columns.map((name) => fieldOf(panel, { name }));
  return html`<table class="rows"><thead><tr>${fields.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${shown.map((cells) => html`<tr>${cells.map((cell, at) => drawn(cell, fields[at] as Field, characters))}</tr>`)}</tbody></table>
${shown.length < rows.length && html`<p class="note">and ${rows.length - shown.length} more rows</p>`}`;
}

function drawn(cell: Cell, field: Field, characters: number): Html {
  if (typeof cell === 'string') return html`<td title="${cell}">${shortened(cell, characters)}</td>`;
  const { text, colour } = judge(cell, field);
  if (field.cell === 'color-background' && isJudged(field) && cell !== undefined) return html`<td class="figure filled" style="background:${fill(colour)}">${text}</td>`;
  if (field.cell === 'gauge' && cell !== undefined) return html`<td class="figure"><span class="track"><i style="width:${round(100 * Math.min(1, Math.max(0, cell / (field.max ?? 1))))}%;background:${fill(colour)}"></i></span> <span style="color:${ink(colour)}">${text}</span></td>`;
  return html`<td class="figure" style="color:${ink(isJudged(field) || colour === '#8e8e8e' ? colour : 'text')}">${text}</td>`;
}
