import type { Finding } from '../check.ts';
import type { PanelView } from '../dashboard-view.ts';
import { objectsOf } from '../json-view.ts';
import { dashboardCheck } from '../panel-check.ts';

/** Ids of row headers begin here, far above those of panels. */
const headers = 1_000;

/** Ids say where a panel stands: row * 10 + place, the rows from top to bottom. A row that an environment lacks leaves a gap. */
export const dashboardPanelId = dashboardCheck({
  id: 'dashboard-panel-id',
  severity: 'error',
  why: 'alerts, runbooks and bookmarks open panels by id: a number without a system is given anew when panels move',
  *run({ grids }) {
    let above = -1;
    for (const { header, panels } of rowsIn(grids)) {
      if (header !== undefined && (header.id ?? headers) < headers) yield* misnumbered(header, `row headers are numbered from ${headers}`);
      const [first] = panels;
      if (first === undefined) continue;
      const row = header === undefined ? 0 : numberOf(panels, above);
      if (row === undefined) yield* misnumbered(first, `the rows above go up to ${above}`);
      else for (const panel of panels.filter((one) => tens(one) !== row)) yield* misnumbered(panel, `it stands in row ${row}, whose panels are ${row * 10} to ${row * 10 + 9}`);
      above = row ?? above;
    }
  },
});

interface RowView {
  /** The strip at the top has none. */
  readonly header: PanelView | undefined;
  readonly panels: readonly PanelView[];
}

/** Rows as they are read: the panels of a collapsed one stand inside its header, those of an open one behind it. */
function rowsIn([top = [], ...nested]: readonly (readonly PanelView[])[]): readonly RowView[] {
  const starts = [0, ...top.flatMap(({ type }, index) => (type === 'row' ? [index] : []))];
  return starts.map((start, at) => {
    const header = at === 0 ? undefined : top[start];
    const inside = nested.find(([first]) => first !== undefined && objectsOf(header?.json['panels']).includes(first.json)) ?? [];
    return { header, panels: [...inside, ...top.slice(header === undefined ? start : start + 1, starts[at + 1])] };
  });
}

/** The number that most panels of a row say, the lowest of several: one that is wrong must not put the others in the wrong. Undefined when none is below the rows above. */
function numberOf(panels: readonly PanelView[], above: number): number | undefined {
  const said = [...Map.groupBy(panels, tens)].filter(([row]) => row > above);
  return said.toSorted(([row, one], [other, others]) => others.length - one.length || row - other)[0]?.[0];
}

function tens({ id = -1 }: PanelView): number {
  return Math.floor(id / 10);
}

function* misnumbered(panel: PanelView, rule: string): Iterable<Finding> {
  yield { at: panel.at, what: `has the id ${panel.id ?? 'of nothing'}, and ${rule}`, fix: 'number it row * 10 + place; the first row, without a header, is 1 to 9' };
}
