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
    let row = 0;
    let seen = new Set<number>();
    for (const panel of inOrder(grids)) {
      if (panel.type === 'row') {
        seen = new Set();
        if ((panel.id ?? headers) < headers) yield* misnumbered(panel, `row headers are numbered from ${headers}`);
        continue;
      }
      const [own, place] = [Math.floor((panel.id ?? -1) / 10), (panel.id ?? -1) % 10];
      if (seen.size === 0 && own > row) row = own;
      else if (seen.size === 0 && row > 0) yield* misnumbered(panel, `the rows above go up to ${row}`);
      else if (own !== row) yield* misnumbered(panel, `it stands in row ${row}, whose panels are ${row * 10} to ${row * 10 + 9}`);
      seen.add(place);
    }
  },
});

/** Panels as they are read: those of a collapsed row after its header. */
function inOrder([top = [], ...nested]: readonly (readonly PanelView[])[]): readonly PanelView[] {
  return top.flatMap((panel) => [panel, ...(nested.find(([first]) => first !== undefined && objectsOf(panel.json['panels']).includes(first.json)) ?? [])]);
}

function* misnumbered(panel: PanelView, rule: string): Iterable<Finding> {
  yield { at: panel.at, what: `has the id ${panel.id ?? 'of nothing'}, and ${rule}`, fix: 'number it row * 10 + place; the first row, without a header, is 1 to 9' };
}
