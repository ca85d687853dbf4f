import { type CoverageRow, sectionRows } from './row.ts';

const configuration = sectionRows('5.1');
const propagation = sectionRows('5.2');
const operations = sectionRows('5.3');

const datasources = { artifact: 'rendered/dashboards/production/datasources/datasources.yaml' };

/** Section 5: traces. */
export const tracesRows: readonly CoverageRow[] = [
  configuration.done('code block', {
    artifact: 'rendered/helm-values/production/tempo.yaml', has: 'max_traces_per_user: 50000', test: 'packages/helm-values/src/config/backends.spec.ts',
    note: 'in the form of Tempo 3; blocks of 1 MB would be a million small objects, so they are larger',
  }),
  propagation.done('traceparent', { ...datasources, has: 'trace_id', test: 'packages/dashboards/src/datasources/datasources.spec.ts' }),
  propagation.done('x-request-id', { artifact: 'rendered/helm-values/production/otel-gateway.yaml', has: 'http.request.header.x-request-id', test: 'tools/src/real/sampling.spec.ts', note: 'the span attribute `request_id`, from the captured header where a service does not set it; data sources join it with the log field' }),
  propagation.notDone('x-dapr-trace-id', 'Dapr itself propagates traceparent; nothing reads this header, so nothing is generated from it'),
  ...['budapp', 'budcluster', 'budgateway', 'budsim'].map((service) =>
    operations.done(service, { artifact: 'packages/model/src/catalog/traces.ts', has: `service: '${service}'`, test: 'packages/dashboards/src/coverage.spec.ts', note: 'the document gives no span names: they are proposed' }),
  ),
];
