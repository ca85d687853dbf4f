import { type Duration, type Query, keep, promql } from '@bud-o11y/model';
import { endpointErrors, endpointRequests, latencyCount, slowRequests } from './groups/bud-recordings.ts';
import { record } from './recording.ts';

/** Traffic-weighted: the ratio of two integrals, so that a quiet night does not weigh as much as a busy noon. */
function ratioOver(bad: Query, total: Query): Query {
  return promql`${bad} / (${total} > 0)`;
}

/** Share of failed inference requests over a window, from the recorded 5 m rates. */
export function errorRatioOver<const Window extends Duration>(window: Window) {
  return record({
    name: `endpoint:inference_errors:ratio_rate${window}`, unit: 'ratio', help: `share of inference requests that failed in the last ${window}`,
    keeps: keep(endpointErrors, 'endpoint'),
    expr: ratioOver(promql`sum_over_time(${endpointErrors}[${window}])`, promql`sum_over_time(${endpointRequests}[${window}])`),
  });
}

/** Share of inference requests slower than 5 s over a window. */
export function slowRatioOver<const Window extends Duration>(window: Window) {
  return record({
    name: `endpoint:inference_latency_slow:ratio_rate${window}`, unit: 'ratio', help: `share of inference requests slower than 5 s in the last ${window}`,
    keeps: keep(slowRequests, 'endpoint'),
    expr: ratioOver(promql`sum_over_time(${slowRequests}[${window}])`, promql`sum_over_time(${latencyCount}[${window}])`),
  });
}
