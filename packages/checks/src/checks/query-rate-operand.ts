import { type CallPart, type Expression, catalogSeries, walk } from '@bud-o11y/model';
import { isCounter } from '../counters.ts';
import { promqlCheck } from '../promql-check.ts';
import type { Recordings } from '../recordings.ts';

const ofCounters: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);
const ofGauges: ReadonlySet<string> = new Set(['deriv', 'delta', 'idelta', 'predict_linear']);

/** `rate` and `increase` take a counter as it was scraped, `deriv` and `delta` a gauge. */
export const queryRateOperand = promqlCheck({
  id: 'query-rate-operand',
  severity: 'error',
  why: 'rate takes each fall for a restart: over a gauge or a sum, every dip counts as growth',
  *run({ expression }, { recordings }) {
    for (const { part } of walk(expression)) {
      const fault = part.kind === 'call' ? faultOf(part, recordings) : undefined;
      if (fault !== undefined) yield fault;
    }
  },
});

function faultOf({ name, arguments: [argument] }: CallPart, recordings: Recordings): { readonly what: string; readonly fix: string } | undefined {
  if (argument === undefined) return undefined;
  if (ofCounters.has(name)) {
    if (argument.kind === 'subquery') return { what: `takes ${name} of an expression`, fix: `aggregate after it: sum(${name}(…))` };
    if (argument.kind !== 'selector') return undefined;
    if (recordings.has(argument.metric)) return { what: `takes ${name} of the recorded series ${argument.metric}`, fix: `record the ${name}, and read the recording as it is` };
    return isKnown(argument) && !isCounter(argument.metric) ? { what: `takes ${name} of ${argument.metric}, which is no counter`, fix: 'use deriv or delta for a gauge' } : undefined;
  }
  return ofGauges.has(name) && argument.kind === 'selector' && isCounter(argument.metric) ? { what: `takes ${name} of the counter ${argument.metric}`, fix: 'use rate or increase, which know of restarts' } : undefined;
}

function isKnown(selector: Extract<Expression, { kind: 'selector' }>): boolean {
  return catalogSeries.has(selector.metric);
}
