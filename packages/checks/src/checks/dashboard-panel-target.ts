import { panelCheck } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

/** Every panel with data asks at least one query that is not hidden, and none of its queries is empty. */
export const dashboardPanelTarget = panelCheck({
  id: 'dashboard-panel-target',
  severity: 'error',
  why: 'the panel stays empty, and an empty panel looks as if nothing had happened',
  *run(panel) {
    const targets = targetsOf(panel);
    if (targets.length === 0) yield { what: 'asks no query', fix: 'give the panel a query, or take it out' };
    for (const { at, text, language } of targets) if (language !== undefined && text.trim() === '') yield { at, what: 'has an empty query', fix: 'write the query, or take the target out' };
  },
});
