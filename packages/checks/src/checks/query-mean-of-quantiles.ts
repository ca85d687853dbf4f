import { type AggregationPart, type Expression, walk } from '@bud-o11y/model';
import type { LabelSet } from '../label-sets.ts';
import { promqlCheck } from '../promql-check.ts';
import { isQuantile } from '../quantiles.ts';

const means: ReadonlySet<string> = new Set(['avg', 'sum', 'avg_over_time', 'sum_over_time']);
const sums: ReadonlySet<string> = new Set(['sum', 'sum_over_time']);

/** Quantiles are neither averaged nor added, and ratios are not added. */
export const queryMeanOfQuantiles = promqlCheck({
  id: 'query-mean-of-quantiles',
  severity: 'error',
  why: 'the mean of two 99th percentiles is the percentile of nothing, and two ratios of 60% do not make 120%',
  *run({ expression }, { labelsOf, recordings, unitOf }) {
    for (const { part } of walk(expression)) {
      const of = operand(part);
      if (of === undefined || (part.kind === 'aggregation' && isOneSeries(part, labelsOf(part.of)))) continue;
      if (isQuantile(of.what, recordings)) yield { what: `takes ${of.name} of quantiles`, fix: 'aggregate the buckets and compute the quantile from them, or show the largest by max' };
      else if (sums.has(of.name) && unitOf(of.what) === 'ratio') yield { what: `takes ${of.name} of ratios`, fix: 'divide the sum of the parts by the sum of the wholes' };
    }
  },
});

/** Whether each group holds one series: all labels are kept but those that a matcher fixes. Nothing is added then; a label is taken off. */
function isOneSeries({ clause, labels, of }: AggregationPart, given: LabelSet): boolean {
  if (clause !== 'by' || of.kind !== 'selector' || given === undefined || given === 'scalar') return false;
  const fixed = of.matchers.filter(({ op }) => op === '=').map(({ label }) => label);
  return [...given].every((label) => labels.includes(label) || fixed.includes(label));
}

function operand(part: Expression): { readonly name: string; readonly what: Expression } | undefined {
  if (part.kind !== 'aggregation' && part.kind !== 'call') return undefined;
  const what = part.kind === 'aggregation' ? part.of : part.arguments[0];
  return means.has(part.name) && what !== undefined ? { name: part.name, what } : undefined;
}
