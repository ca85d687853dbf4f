import { labels, promql, type Query } from '@bud-o11y/model';
import { errorRate, throughput } from '@bud-o11y/rules';

/** Requests per second below which a ratio or a quantile over five minutes says nothing: three a minute. */
const tooFewToJudge = 0.05;

/** A condition per endpoint, held against endpoints with enough traffic; the burn-rate alerts judge the others. */
export function withTraffic(condition: Query): Query {
  return promql`
    ${condition}
    and on (${labels(errorRate, 'endpoint')})
    ${throughput} > ${tooFewToJudge}
  `;
}
