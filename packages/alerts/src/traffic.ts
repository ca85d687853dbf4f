import { type Duration, type Hole, type Query, durationMs, labels, promql } from '@bud-o11y/model';
import { errorRate, recordingGroups, throughput } from '@bud-o11y/rules';

/** Requests per second below which a ratio or a quantile says nothing: three a minute. */
const tooFewToJudge = 0.05;

/** A condition per endpoint, held against endpoints with enough traffic; the burn-rate tickets judge the others. */
export function withTraffic(condition: Query): Query {
  return promql`
    ${condition}
    and on (${labels(errorRate, 'endpoint')})
    ${throughput} > ${tooFewToJudge}
  `;
}

/**
 * Whether a recorded rate of events comes to more over a window than three a minute would. The sum and not the mean: a series
 * of a few minutes has few samples, and one failure among a handful of events is no reason to wake anybody.
 */
export function hasTraffic(total: Hole & { readonly metric: string }, window: Duration): Query {
  return promql`sum_over_time(${total}[${window}]) > ${leastTraffic(total, window)}`;
}

/** What the samples of such a rate come to over a window at three events a minute. */
export function leastTraffic({ metric }: { readonly metric: string }, window: Duration): number {
  const interval = recordingGroups.find(({ series }) => series.some((recorded) => recorded.metric === metric))?.interval ?? '1m';
  // A group without a sound interval is told of where it stands; the alerts that read it are not to blame.
  const everyMs = durationMs(interval) || 60_000;
  return Number(((tooFewToJudge * (durationMs(window) ?? Number.NaN)) / everyMs).toFixed(6));
}
