import type { Expression } from '@bud-o11y/model';
import type { CheckContext } from '../context.ts';
import { panelCheck } from '../panel-check.ts';
import { objectOf } from '../json-view.ts';
import { targetsOf } from '../panel-targets.ts';
import { isQuantile } from '../quantiles.ts';

/** Aggregations whose results are no parts of a whole. */
const noParts: ReadonlySet<string> = new Set(['avg', 'max', 'min', 'quantile', 'stddev']);

/** Only what adds up is stacked: never quantiles, extremes, averages or ratios. */
export const dashboardStacking = panelCheck({
  id: 'dashboard-stacking',
  severity: 'warning',
  why: 'the top of the stack reads as a total, and the sum of four quantiles is nothing at all',
  *run(panel, context) {
    const stacking = objectOf(objectOf(objectOf(objectOf(panel.json['fieldConfig'])['defaults'])['custom'])['stacking']);
    if (stacking['mode'] !== 'normal' && stacking['mode'] !== 'percent') return;
    for (const { at, expression } of targetsOf(panel)) {
      const fault = expression && faultOf(expression, context);
      if (fault !== undefined) yield { at, what: `is stacked, and is ${fault}`, fix: 'draw lines, or show sums that make up a total' };
    }
  },
});

function faultOf(expression: Expression, { recordings, unitOf }: CheckContext): string | undefined {
  if (isQuantile(expression, recordings)) return 'a quantile';
  if (expression.kind === 'aggregation' && noParts.has(expression.name)) return `the ${expression.name} of several series`;
  return unitOf(expression) === 'ratio' ? 'a ratio' : undefined;
}
