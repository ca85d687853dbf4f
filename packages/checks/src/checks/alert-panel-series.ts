import { bundleCheck } from '../check.ts';
import { alertPanels } from '../alert-panels.ts';

/** The panel that an alert opens shows a series that the alert judges. */
export const alertPanelSeries = bundleCheck({
  id: 'alert-panel-series',
  severity: 'error',
  why: 'the first click shows something else than what woke the person on call',
  appliesTo: ['alert-rules', 'dashboard'],
  *run(context) {
    for (const { alert, panel, shares } of alertPanels(context)) {
      if (panel === undefined || shares) continue;
      const { artifact, at, file, name } = alert;
      yield { artifact, file, at, what: `${name} opens ${panel.at}, which reads no series that ${name} reads`, fix: 'open the panel that shows the series, or add the query to this one' };
    }
  },
});
