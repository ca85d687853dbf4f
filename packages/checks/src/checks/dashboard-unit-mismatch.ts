import { grafanaUnits, shows } from '../grafana-units.ts';
import { panelCheck } from '../panel-check.ts';
import { propertiesOf } from '../panel-fields.ts';
import { targetsOf } from '../panel-targets.ts';

/** The unit that a panel shows is the one that its queries yield by the catalog. Silent where the unit of a result cannot be derived. */
export const dashboardUnitMismatch = panelCheck({
  id: 'dashboard-unit-mismatch',
  severity: 'error',
  why: 'a ratio that is shown as percent is a hundred times too small, and a red line at the right number never lights',
  *run(panel, { unitOf }) {
    for (const target of targetsOf(panel)) {
      const unit = target.expression && unitOf(target.expression);
      if (unit === undefined || target.isExemplar) continue;
      const shown = propertiesOf(panel, target, 'unit').filter((value) => typeof value === 'string' && value !== '').map(String);
      if (shown.length === 0 || shown.some((id) => shows(id, unit))) continue;
      yield { at: target.at, what: `shows ${shown.join(' or ')}, and by the catalog the query yields ${unit}`, fix: `set the unit to ${grafanaUnits(unit).join(' or ')}, or correct the unit of the metric in the catalog` };
    }
  },
});
