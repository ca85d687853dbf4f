import { type Environment, type SpanAttribute, decisionWaitSeconds } from '@bud-o11y/model';
import { milliseconds, percentage } from '../units.ts';
import type { Values } from '../chart.ts';
import { inferenceSuccess } from './otel-inference.ts';

/** Traces held at once; at least traces per second x the wait x 2. */
const tracesInMemory = 100_000;

const httpStatus: SpanAttribute = 'span.http.response.status_code';

/**
 * Document 9.3 as tail sampling: a trace is kept when any policy says so. Errors (by span status, and HTTP 5xx and failed
 * inferences, which not every library marks as an error) and slow traces always; of the others the environment's share.
 */
export function tailSampling(environment: Environment): Values {
  const { traces, slowTrace } = environment.sampling;
  return {
    decision_wait: `${decisionWaitSeconds}s`,
    num_traces: tracesInMemory,
    expected_new_traces_per_sec: 2_000,
    // Late spans of a trace follow the decision that fell for it.
    decision_cache: { sampled_cache_size: 500_000, non_sampled_cache_size: 1_000_000 },
    policies: [
      { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
      { name: 'http-5xx', type: 'numeric_attribute', numeric_attribute: { key: httpStatus.replace(/^span\./, ''), min_value: 500, max_value: 599 } },
      { name: 'failed-inference', type: 'boolean_attribute', boolean_attribute: { key: inferenceSuccess, value: false } },
      { name: 'slow', type: 'latency', latency: { threshold_ms: milliseconds(slowTrace) } },
      { name: 'share', type: 'probabilistic', probabilistic: { sampling_percentage: percentage(traces) } },
    ],
  };
}
