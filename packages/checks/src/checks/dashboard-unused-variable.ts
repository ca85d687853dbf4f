import { artifactCheck } from '../check.ts';
import { viewDashboard } from '../dashboard-view.ts';
import { variableUses } from '../variable-uses.ts';

/** Every variable of a dashboard is used outside its own definition; that a link hands it on is no use. Ad hoc filters apply by themselves. */
export const dashboardUnusedVariable = artifactCheck({
  id: 'dashboard-unused-variable',
  severity: 'error',
  why: 'a drop-down that changes nothing makes its reader believe that the panels are filtered',
  appliesTo: ['dashboard'],
  *run(artifact) {
    const view = viewDashboard(artifact);
    const uses = variableUses(view);
    for (const { name, type } of view.variables) {
      if (type === 'adhoc' || uses.some((use) => use.name === name && use.inside !== name && !use.isCarried)) continue;
      yield { at: `variable ${name}`, what: `defines $${name} and never uses it`, fix: 'filter a query by it, or take the variable out' };
    }
  },
});
