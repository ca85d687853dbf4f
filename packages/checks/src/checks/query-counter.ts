import { walk } from '@bud-o11y/model';
import { isCounter } from '../counters.ts';
import { promqlCheck } from '../promql-check.ts';

/** What may be asked of a counter: how it grows, that it starts anew, and whether and how often it is there. */
const allowed: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'resets', 'changes', 'absent', 'absent_over_time', 'present_over_time', 'count_over_time', 'timestamp', 'count', 'group', 'last_over_time', 'histogram_quantile']);

/** A counter, by its type in the catalog, is read through `rate`, `increase` and the like, never by its value. */
export const queryCounter = promqlCheck({
  id: 'query-counter',
  severity: 'error',
  why: 'the value of a counter says how long its process has run: a threshold on it is passed by time alone',
  *run({ expression, isOnDashboard }) {
    for (const { part, above } of walk(expression)) {
      if (part.kind !== 'selector' || !isCounter(part.metric)) continue;
      const [reader] = above;
      const name = reader?.kind === 'call' || reader?.kind === 'aggregation' ? reader.name : undefined;
      // A selector that stands alone on a dashboard is what a variable looks its values up in.
      if (reader === undefined ? isOnDashboard : name !== undefined && allowed.has(name) && name !== 'histogram_quantile' && name !== 'last_over_time') continue;
      yield { what: `reads the counter ${part.metric} by its value`, fix: `use rate(${part.metric}[…]) or increase(…)` };
    }
  },
});
