import { metricsRead, nearest } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { viewDashboard } from '../dashboard-view.ts';

/** Every series that a query or a variable reads is in the catalog or recorded by a rule of the same environment. */
export const queryUnknownMetric = artifactCheck({
  id: 'query-unknown-metric',
  severity: 'error',
  why: 'a query over a series that nobody writes returns nothing: the alert never fires, the panel stays empty',
  appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
  *run(artifact, { series }) {
    const seen = new Set<string>();
    for (const { at, file, query } of artifact.queries) {
      if (query.language !== 'promql') continue;
      for (const name of metricsRead(query)) {
        if (series.has(name) || seen.has(name)) continue;
        seen.add(name);
        yield { at, ...(file === undefined ? {} : { file }), ...unknown(name, series) };
      }
    }
    if (artifact.kind !== 'dashboard') return;
    for (const { name, lookup } of viewDashboard(artifact).variables) {
      if (lookup === undefined || lookup.series === '' || series.has(lookup.series)) continue;
      yield { at: `variable ${name}`, ...unknown(lookup.series, series) };
    }
  },
});

function unknown(name: string, series: CheckContext['series']): { what: string; fix: string } {
  const guess = nearest(name, series.names);
  return {
    what: `reads ${name}, which is neither in the catalog nor recorded in this environment`,
    fix: `${guess === undefined ? '' : `did you mean ${guess}? else `}add the metric to packages/model/src/catalog/metrics, or record it in a group that this environment gets`,
  };
}
