import { resultLabels } from '@bud-o11y/model';
import { panelCheck } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

/** Every series has a legend of its own words, and the labels that it names are on the result. */
export const dashboardLegend = panelCheck({
  id: 'dashboard-legend',
  severity: 'error',
  why: 'a label that the query has summed away leaves an empty name, and Grafana\'s own is the whole query',
  *run(panel, { series }) {
    for (const { at, text, language, legend } of targetsOf(panel)) {
      if (language !== 'promql' && language !== 'logql') continue;
      if (legend === '' || legend === '__auto') {
        yield { at, what: legend === '' ? 'has no legend' : 'leaves its legend to Grafana', fix: 'set legendFormat, such as {{endpoint}}' };
        continue;
      }
      const kept = resultLabels(text, series.of);
      if (kept === undefined) continue;
      for (const [, label = ''] of legend.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)) {
        if (!kept.has(label)) yield { at, what: `names {{${label}}} in its legend, and the query keeps ${[...kept].join(', ') || 'no label'}`, fix: `keep ${label} in the query's \`by\`, or name another label` };
      }
    }
  },
});
