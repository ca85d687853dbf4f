import type { Finding } from '../check.ts';
import { dashboardCheck, dataPanels } from '../panel-check.ts';
import { objectOf } from '../json-view.ts';

/** Charts share a crosshair, list all their series under it, largest first, and draw no line over a gap. */
export const dashboardTooltip = dashboardCheck({
  id: 'dashboard-tooltip',
  severity: 'warning',
  why: 'what happened at the same time is seen by a shared crosshair; a line over a gap shows data that never was',
  *run(view) {
    if (view.json['graphTooltip'] !== 1) yield { at: 'graphTooltip', what: 'shares no crosshair between its charts', fix: 'set graphTooltip to 1' };
    for (const panel of dataPanels(view)) {
      if (panel.type !== 'timeseries') continue;
      for (const finding of chartFaults(panel.json)) yield { at: panel.at, ...finding };
    }
  },
});

function* chartFaults(json: ReturnType<typeof objectOf>): Iterable<Finding> {
  const tooltip = objectOf(objectOf(json['options'])['tooltip']);
  if (tooltip['mode'] !== 'multi' || tooltip['sort'] !== 'desc') yield { what: 'does not list all series under the pointer, largest first', fix: 'set options.tooltip to mode multi and sort desc' };
  const spanNulls = objectOf(objectOf(objectOf(json['fieldConfig'])['defaults'])['custom'])['spanNulls'];
  if (spanNulls !== undefined && spanNulls !== false) yield { what: 'draws lines over gaps', fix: 'set spanNulls to false' };
}
