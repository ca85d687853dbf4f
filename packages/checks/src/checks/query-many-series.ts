import { type Expression, resultLabels } from '@bud-o11y/model';
import { logValuesOf, manyValues, valuesOf } from '../cardinality.ts';
import { panelCheck } from '../panel-check.ts';
import { type TargetView, targetsOf } from '../panel-targets.ts';

/** A chart draws no line per user, request or pod, unless it chooses a few of them. */
export const queryManySeries = panelCheck({
  id: 'query-many-series',
  severity: 'error',
  why: 'thousands of lines stall the browser and the store, and the one that matters is under the others',
  *run(panel, { recordings, series }) {
    if (panel.type === 'table') return;
    for (const target of targetsOf(panel)) {
      const grouped = isGrouped(target) ? resultLabels(target.text, series.of) : undefined;
      for (const label of grouped ?? []) {
        if ((target.expression === undefined ? logValuesOf(label) : valuesOf(label, target.expression, recordings)) < manyValues) continue;
        yield { at: target.at, what: `draws a series for each ${label}`, fix: 'choose a few by topk(20, …), count them, or group by less' };
      }
    }
  },
});

/** Whether the outermost step groups; `topk` and the like choose. */
function isGrouped({ language, text, expression }: TargetView): boolean {
  if (language === 'logql') return /^\s*(?:sum|min|max|avg|count|stddev|stdvar)\b/.test(text);
  return expression !== undefined && outermost(expression)?.kind === 'aggregation';
}

function outermost(expression: Expression): Expression | undefined {
  if (expression.kind === 'aggregation') return ['topk', 'bottomk', 'limitk'].includes(expression.name) ? undefined : expression;
  if (expression.kind === 'binary') return outermost(expression.left) ?? outermost(expression.right);
  return expression.kind === 'call' ? expression.arguments.map(outermost).find((found) => found !== undefined) : undefined;
}
