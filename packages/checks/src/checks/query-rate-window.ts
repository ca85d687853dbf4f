import { walk } from '@bud-o11y/model';
import { promqlCheck } from '../promql-check.ts';

const rates: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv']);
/** Windows by the width of the panel: they can be shorter than two scrapes. */
const byWidth = /^\$\{?(?:__interval|interval)(?:_ms)?\}?$/;

/**
 * On dashboards `rate` looks back by `$__rate_interval`, and nothing takes a difference over `$__interval` or `$interval`.
 * A fixed window is for what is fixed: an increase per hour, or the very window of an alert.
 */
export const queryRateWindow = promqlCheck({
  id: 'query-rate-window',
  severity: 'error',
  why: 'a window shorter than two scrapes gives holes, and one that is fixed misses what lies between the points of a long range',
  *run({ expression, isOnDashboard }, { alertRates }) {
    if (!isOnDashboard) return;
    for (const { part } of walk(expression)) {
      if (part.kind !== 'call' || !rates.has(part.name)) continue;
      const [argument] = part.arguments;
      const window = argument?.kind === 'selector' || argument?.kind === 'subquery' ? (argument.range ?? '') : '';
      if (byWidth.test(window)) yield { what: `takes ${part.name} over ${window}, which can be shorter than two scrapes`, fix: 'use $__rate_interval' };
      else if ((part.name === 'rate' || part.name === 'irate') && !window.includes('__rate_interval') && !alertRates.has(part.text)) yield { what: `takes ${part.name} over ${window}`, fix: 'use $__rate_interval, or the window of the alert on the same series' };
    }
  },
});
