import { nearest } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import { placeInWords, viewDashboard } from '../dashboard-view.ts';
import { variableUses } from '../variable-uses.ts';

/** Every variable that a dashboard mentions is defined in it. */
export const dashboardUndefinedVariable = artifactCheck({
  id: 'dashboard-undefined-variable',
  severity: 'error',
  why: 'Grafana sends the name as it stands: the query matches nothing and the panel stays empty',
  appliesTo: ['dashboard'],
  *run(artifact) {
    const view = viewDashboard(artifact);
    const defined = view.variables.map(({ name }) => name);
    const said = new Set(defined);
    for (const { name, at } of variableUses(view)) {
      if (said.has(name)) continue;
      said.add(name);
      const guess = nearest(name, defined);
      yield { at: placeInWords(view, at), what: `mentions $${name}, which the dashboard does not define`, fix: `${guess === undefined ? '' : `did you mean $${guess}? else `}add the variable to the dashboard, or take it out of the query` };
    }
  },
});
