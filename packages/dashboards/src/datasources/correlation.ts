import { type Hole, type Query, attribute, datasources, field, hole, labels, logFields, logql, promql, traceql } from '@bud-o11y/model';
import { durationQuantiles, serviceRequests } from '@bud-o11y/rules';

const { requestId, traceId } = logFields;

/**
 * How signals lead to each other. A tag whose Loki label is misspelt removes a link without a word, so labels, fields and
 * attributes come from the catalog.
 */
const spanTags = [
  { key: 'service.name', value: 'app' },
  { key: 'k8s.namespace.name', value: 'namespace' },
  { key: 'k8s.pod.name', value: 'pod' },
] as const;

/** Lines of the span's service that carry its request id. A span without `request_id` gets no link. */
export const spanToLogs: Query = logql`${hole('{${__tags}}', { parseAs: '{app="budapp"}' })} |= "\${__span.tags.request_id}" | json`;

/** The selector with the span's tags added by Grafana when the link is made. */
function tagged({ text }: Hole): Hole {
  const opened = text.endsWith('}') ? `${text.slice(0, -1)}, ` : `${text}{`;
  return hole(`${opened}$__tags}`, { parseAs: text });
}

/** Rates and latency of the span's service, by the name of the link. */
export const spanToMetrics = {
  'Request rate': promql`sum by (${labels(serviceRequests, 'service')}) (${tagged(serviceRequests)})`,
  'p99 latency': promql`max by (${labels(durationQuantiles, 'service')}) (${tagged(durationQuantiles({ quantile: '0.99' }))})`,
} as const satisfies Readonly<Record<string, Query>>;

/** Traces of the request that a log line belongs to. */
export const lineToTraces: Query = traceql`{ ${attribute('span.request_id')} = "\${__value.raw}" }`;

/** A literal dollar sign is doubled in provisioning files: Grafana expands the others from its own environment. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** Exemplar dots of Mimir lead to Tempo. Tail sampling may have dropped the trace, and the link says so. */
export const exemplarToTrace = [{ name: traceId.name, datasourceUid: datasources.tempo.uid, urlDisplayLabel: literal('Trace (if kept): ${__value.raw}') }];

const requestTraces = { datasourceUid: datasources.tempo.uid, url: literal(lineToTraces.text), urlDisplayLabel: 'Traces of this request' };

/**
 * Log lines lead to Tempo by the trace id where it is logged, and by the request id, which document 4.2 has today: from the
 * label that `| json` makes of it, also after a `line_format`, and from a line that nothing has parsed. Grafana takes one
 * matcher per name, so the two have a name each.
 */
export const derivedFields = [
  { name: traceId.name, matcherType: 'label', matcherRegex: wholly(field(traceId)), datasourceUid: datasources.tempo.uid, url: literal('${__value.raw}'), urlDisplayLabel: 'Trace' },
  { name: requestId.name, matcherType: 'label', matcherRegex: wholly(field(requestId)), ...requestTraces },
  { name: `${requestId.name} in the line`, matcherType: 'regex', matcherRegex: `"${requestId.name}":\\s*"([^"]+)"`, ...requestTraces },
];

/** The field's own name and none that merely contains it. The dollar sign ends the pattern, and is doubled as all are. */
function wholly({ text }: Hole): string {
  return literal(`^${text}$`);
}

/** Who calls whom: counted by the samplers before they drop traces (`traces_service_graph_*`), kept where the metrics are. */
export const serviceMap = { datasourceUid: datasources.mimir.uid };

/** Spans lead to the logs and to the rates of their service. Spans and lines may be minutes apart: nothing is found without a shift. */
export const tracesTo = {
  tracesToLogsV2: {
    datasourceUid: datasources.loki.uid,
    spanStartTimeShift: '-5m',
    spanEndTimeShift: '5m',
    tags: spanTags,
    filterByTraceID: false,
    filterBySpanID: false,
    customQuery: true,
    query: literal(spanToLogs.text),
  },
  tracesToMetrics: {
    datasourceUid: datasources.mimir.uid,
    spanStartTimeShift: '-10m',
    spanEndTimeShift: '10m',
    tags: [{ key: 'service.name', value: 'service' }],
    queries: Object.entries(spanToMetrics).map(([name, query]) => ({ name, query: literal(query.text) })),
  },
};
