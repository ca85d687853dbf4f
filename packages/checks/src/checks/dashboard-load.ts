import { dashboardCheck, dataPanels } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

const most = { targets: 6, panels: 25, open: 12 } as const;

/** A dashboard asks no more than a store answers at once and a reader takes in. */
export const dashboardLoad = dashboardCheck({
  id: 'dashboard-load',
  severity: 'warning',
  why: 'every open panel asks again at each refresh, for every reader; and nobody finds anything among thirty curves',
  *run(view) {
    const panels = dataPanels(view);
    for (const panel of panels) {
      const asked = targetsOf(panel).length;
      if (asked > most.targets) yield { at: panel.at, what: `asks ${asked} queries`, fix: `ask at most ${most.targets}; record what is asked often` };
    }
    if (panels.length > most.panels) yield { what: `has ${panels.length} panels`, fix: `split it: at most ${most.panels} panels` };
    const [top = []] = view.grids;
    const header = top.findIndex(({ type }) => type === 'row');
    const open = header < 0 ? 0 : panels.filter((panel) => top.indexOf(panel) > header).length;
    if (open > most.open) yield { what: `has ${open} open panels below its first row`, fix: `fold rows that are read later: at most ${most.open} open panels` };
  },
});
