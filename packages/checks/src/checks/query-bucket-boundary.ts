import { catalogSeries, walk } from '@bud-o11y/model';
import { makeMatcher } from '../matcher.ts';
import { promqlCheck } from '../promql-check.ts';
import type { Recordings } from '../recordings.ts';

/** A matcher on `le` finds a bucket that the histogram has, whether its bound is written `5` or `5.0`. */
export const queryBucketBoundary = promqlCheck({
  id: 'query-bucket-boundary',
  severity: 'error',
  why: 'a bucket that does not exist counts nothing, so that an objective on it is never missed; and Prometheus 3 writes 5 as 5.0',
  *run({ expression }, { recordings }) {
    for (const { part } of walk(expression)) {
      if (part.kind !== 'selector') continue;
      for (const { label, op, value } of part.matchers) {
        if (label !== 'le' || value.includes('$') || value === '+Inf') continue;
        const buckets = bucketsOf(part.metric, recordings);
        const matcher = makeMatcher(label, op as '=' | '!=' | '=~' | '!~', value);
        if (buckets === undefined || typeof matcher === 'string') continue;
        const isNegative = op.startsWith('!');
        const matched = (spelling: string): boolean => matcher.fits(spelling) !== isNegative;
        const found = buckets.filter((bound) => spellings(bound).some(matched));
        if (found.length === 0 && !matched('+Inf')) yield { what: `asks for the bucket le${op}"${value}" of ${part.metric}, whose bounds are ${buckets.join(', ')}`, fix: 'use a bound that the histogram has, or add it where the metric is exported' };
        const half = found.find((bound) => !spellings(bound).every(matched));
        if (half !== undefined) yield { what: `finds the bucket ${half} of ${part.metric} in one spelling only`, fix: `match le=~"${half}([.]0)?"` };
      }
    }
  },
});

function spellings(bound: number): readonly string[] {
  return Number.isInteger(bound) ? [String(bound), `${bound}.0`] : [String(bound)];
}

/** Bounds of the histogram that a series has its buckets from; undefined where there is none to be found. */
function bucketsOf(metric: string, recordings: Recordings): readonly number[] | undefined {
  const own = catalogSeries.get(metric)?.spec.buckets;
  if (own !== undefined || !recordings.has(metric)) return own;
  const read = recordings.expressions(metric).flatMap((expression) => [...walk(expression)]).map(({ part }) => (part.kind === 'selector' && part.metric !== metric ? catalogSeries.get(part.metric)?.spec.buckets : undefined));
  return read.find((bounds) => bounds !== undefined);
}
