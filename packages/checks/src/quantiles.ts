import { type Expression, catalogSeries } from '@bud-o11y/model';
import type { Recordings } from './recordings.ts';

/** Functions and aggregations that make no quantile of what is none, and leave one as it is. */
const transparent: ReadonlySet<string> = new Set(['max', 'min', 'topk', 'bottomk', 'sort', 'sort_desc', 'label_replace', 'max_over_time', 'min_over_time', 'last_over_time']);

/** Whether the values of an expression are quantiles: computed by it, by the rule that records it, or by the program itself. */
export function isQuantile(expression: Expression, recordings: Recordings): boolean {
  switch (expression.kind) {
    case 'selector': {
      const spec = catalogSeries.get(expression.metric)?.spec;
      return (spec?.type === 'summary' && spec.name === expression.metric) || recordings.expressions(expression.metric).some((recorded) => isQuantile(recorded, recordings));
    }
    case 'call':
      return expression.name === 'histogram_quantile' || expression.name === 'quantile_over_time' || (transparent.has(expression.name) && expression.arguments.some((argument) => isQuantile(argument, recordings)));
    case 'aggregation':
      return expression.name === 'quantile' || (transparent.has(expression.name) && isQuantile(expression.of, recordings));
    case 'subquery':
      return isQuantile(expression.of, recordings);
    case 'binary':
      return !['+', '-', '*', '/'].includes(expression.operator) && isQuantile(expression.left, recordings);
    default:
      return false;
  }
}
