import { objectOf, objectsOf, textOf } from '../json-view.ts';
import { panelCheck } from '../panel-check.ts';
import { type TargetView, targetsOf } from '../panel-targets.ts';

/** Transformations that make a column of the names of series. */
const naming: ReadonlySet<string> = new Set(['joinByLabels', 'labelsToFields', 'reduce', 'timeSeriesTable']);

/** Bar charts get a column of names, and heatmaps the buckets of a histogram: what each draws from. */
export const dashboardPanelShape = panelCheck({
  id: 'dashboard-panel-shape',
  severity: 'error',
  why: 'Grafana draws an empty panel, or bars without names, where the answer has not the shape that the kind of panel wants',
  *run(panel, { labelsOf }) {
    const targets = targetsOf(panel);
    if (panel.type === 'barchart') {
      const isNamed = objectsOf(panel.json['transformations']).some(({ id }) => naming.has(textOf(id))) || targets.every(isTable);
      if (!isNamed) yield { what: 'draws bars from series, which have no column of names', fix: "give it `transformations: columns(['label'], 'Title')`" };
    }
    if (panel.type !== 'heatmap' || objectOf(panel.json['options'])['calculate'] === true) return;
    for (const { at, expression } of targets) {
      const labels = expression && labelsOf(expression);
      if (labels === undefined || (labels !== 'scalar' && labels.has('le'))) continue;
      yield { at, what: 'draws a heatmap from series without the label le', fix: 'ask for the buckets of a histogram, and keep le in `by (…)`' };
    }
  },
});

/** Prometheus then answers with the labels as columns. */
function isTable({ language, json }: TargetView): boolean {
  return language === 'promql' && json['format'] === 'table';
}
