import { type CallPart, walk } from '@bud-o11y/model';
import type { Finding } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { isCounter } from '../counters.ts';
import { promqlCheck } from '../promql-check.ts';

/** `histogram_quantile` asks for a quantile between 0 and 1, of rates, and keeps the bounds of the buckets. */
export const queryHistogramQuantile = promqlCheck({
  id: 'query-histogram-quantile',
  severity: 'error',
  why: 'without `le` there are no buckets left and the result is empty; without a rate it is the quantile since the process began',
  *run({ expression }, context) {
    for (const { part } of walk(expression)) if (part.kind === 'call' && part.name === 'histogram_quantile') yield* faults(part, context);
  },
});

function* faults({ arguments: [quantile, buckets] }: CallPart, { labelsOf }: CheckContext): Iterable<Finding> {
  if (quantile?.kind === 'number' && !(quantile.value > 0 && quantile.value < 1) && !Number.isNaN(quantile.value)) yield { what: `asks for the quantile ${quantile.text}`, fix: 'write a number between 0 and 1: 0.99' };
  if (buckets === undefined) return;
  const labels = labelsOf(buckets);
  if (labels === 'scalar' || labels?.has('le') === false) yield { what: 'has no `le` left to compute a quantile from', fix: 'keep le: sum by (le, …) (rate(…))' };
  for (const { part, above } of walk(buckets)) {
    if (part.kind !== 'selector' || !isCounter(part.metric)) continue;
    if (!above.some((outer) => outer.kind === 'call' && ['rate', 'irate', 'increase'].includes(outer.name))) yield { what: `computes a quantile of ${part.metric} since its processes began`, fix: `use rate(${part.metric}[…])` };
  }
}
