import { labels, metrics, macros, promql } from '@bud-o11y/model';
import type { FieldStyle } from './panels/field-style.ts';
import type { Target } from './panels/target.ts';
import { chosen } from './selectors.ts';

const { httpRequestDuration, inferenceLatency } = metrics;

/**
 * Recorded series carry no exemplars, so a latency chart asks the raw histogram once more: its line is hidden and its
 * dots lead to traces.
 */
export const inferenceExemplars: Target = {
  refId: 'X', legend: 'exemplars', exemplar: true,
  query: promql`histogram_quantile(0.99, sum by (${labels(inferenceLatency.bucket, 'le')}) (rate(${inferenceLatency.bucket({ endpoint: chosen.endpoint })}[${macros.rateInterval}])))`,
};

/** The same for the HTTP requests of the chosen services. */
export const httpExemplars: Target = {
  refId: 'X', legend: 'exemplars', exemplar: true,
  query: promql`histogram_quantile(0.99, sum by (${labels(httpRequestDuration.bucket, 'le')}) (rate(${httpRequestDuration.bucket({ namespace: chosen.namespace, service: chosen.service })}[${macros.rateInterval}])))`,
};

/** Hides the line of an exemplar target. */
export const exemplarStyle: FieldStyle = { match: { refId: 'X' }, lineless: true };
