import type { PanelView } from '../dashboard-view.ts';
import { dashboardCheck, dataPanels } from '../panel-check.ts';
import { objectOf, objectsOf } from '../json-view.ts';

const glances: ReadonlySet<string> = new Set(['stat', 'gauge', 'state-timeline']);
const mostPanels = 8;
const highest = 6;

/** A dashboard opens with a low strip of stats that tells good from bad, and each of them leads on. */
export const dashboardFirstRow = dashboardCheck({
  id: 'dashboard-first-row',
  severity: 'error',
  why: 'whoever is paged asks first whether all is well; a page that opens with curves leaves the answer to them',
  *run(view) {
    const strip = dataPanels(view).filter((panel) => view.grids[0]?.includes(panel) === true && place(panel).y === 0);
    if (strip.length === 0 || strip.length > mostPanels) yield { at: 'first row', what: `opens with ${strip.length} panels`, fix: `open with 1 to ${mostPanels} stats` };
    for (const panel of strip) {
      const { h } = place(panel);
      if (!glances.has(panel.type)) yield { at: panel.at, what: `is a ${panel.type} in the first row`, fix: 'show one number or state, and the curve further down' };
      if (typeof h === 'number' && h > highest) yield { at: panel.at, what: `is ${h} lines high in the first row`, fix: `make it at most ${highest} lines high` };
      if (objectsOf(defaults(panel)['links']).length === 0) yield { at: panel.at, what: 'leads nowhere', fix: 'give it a data link to the panel, dashboard or runbook that explains it' };
    }
    if (strip.length > 0 && !strip.some(isJudged)) yield { at: 'first row', what: 'judges nothing: no panel has a threshold', fix: 'give at least one stat the thresholds of its alert' };
  },
});

function place(panel: PanelView): ReturnType<typeof objectOf> {
  return objectOf(panel.json['gridPos']);
}

function defaults(panel: PanelView): ReturnType<typeof objectOf> {
  return objectOf(objectOf(panel.json['fieldConfig'])['defaults']);
}

/** Traffic is neither good nor bad, so that one step may do; but not for all of the strip. */
function isJudged(panel: PanelView): boolean {
  return objectsOf(objectOf(defaults(panel)['thresholds'])['steps']).length > 1;
}
