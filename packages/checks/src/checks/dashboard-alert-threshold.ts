import { conditionsOn } from '../alert-conditions.ts';
import { panelCheck } from '../panel-check.ts';

/** A panel that shows what an alert judges changes colour where the alert fires. */
export const dashboardAlertThreshold = panelCheck({
  id: 'dashboard-alert-threshold',
  severity: 'error',
  why: 'a panel that is green while the alert on the same series fires teaches its reader to believe neither',
  *run(panel, context) {
    for (const { at, alert, operator, bound, isDrawn } of conditionsOn(panel, context)) {
      if (!isDrawn) yield { at, what: `shows what ${alert} judges, and has no threshold at its ${operator} ${Number(bound.toPrecision(6))}`, fix: `give the panel the threshold of ${alert}` };
    }
  },
});
