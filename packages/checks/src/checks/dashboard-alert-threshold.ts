import { conditionsOn } from '../alert-conditions.ts';
import { panelCheck } from '../panel-check.ts';

/** A panel that shows what an alert judges changes colour where the alert fires. */
export const dashboardAlertThreshold = panelCheck({
  id: 'dashboard-alert-threshold',
  severity: 'error',
  why: 'a panel that is green while the alert on the same series fires teaches its reader to believe neither',
  *run(panel, context) {
    for (const { at, alert, operator, bound, isDrawn } of conditionsOn(panel, context)) {
      if (!isDrawn) yield { at, what: `shows what ${alert} judges, and has no threshold at its ${operator} ${Number(bound.toPrecision(6))}`, fix: `give the panel a level of packages/dashboards/src/levels.ts with a bound at(${exportOf(alert)}), whole or as the share that the panel shows` };
    }
  },
});

/** An alert is exported under its name with a small first letter. */
function exportOf(alert: string): string {
  return alert.charAt(0).toLowerCase() + alert.slice(1);
}
