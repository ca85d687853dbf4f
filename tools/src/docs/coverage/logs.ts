import { type CoverageRow, sectionRows } from './row.ts';

const configuration = sectionRows('4.1');
const format = sectionRows('4.2');
const labels = sectionRows('4.3');
const queries = sectionRows('4.4');

const shipper = { artifact: 'rendered/helm-values/production/alloy.yaml', test: 'tools/src/real/alloy.spec.ts' };
const dashboards = 'rendered/dashboards/production';
const queryTest = { test: 'packages/dashboards/src/coverage.spec.ts' };

/** Section 4: logs. */
export const logsRows: readonly CoverageRow[] = [
  configuration.done('code block', {
    artifact: 'rendered/helm-values/production/loki.yaml', has: 'chunk_idle_period: 5m', test: 'packages/helm-values/src/config/backends.spec.ts',
    note: 'replication factor and endpoint from the environment; retention runs, which needs the compactor to be told',
  }),
  format.done('code block', { ...shipper, has: 'request_id', note: 'made of the formats that the services write; trace_id is added for the correlation with traces' }),
  ...['app', 'namespace', 'pod', 'container', 'level'].map((label) => labels.done(label, { ...shipper, has: 'values = ["app", "namespace", "pod", "container", "level"]' })),
  queries.done('code block', { artifact: `${dashboards}/audit-activity.json`, has: '| json | __error__=', ...queryTest, note: '`__error__` is filtered before a field is compared' }),
  queries.done('code block: All errors in last hour', { artifact: `${dashboards}/error-tracking.json`, has: 'level=~\\"error|critical\\"', ...queryTest, note: 'by the index label instead of the word in the line' }),
  queries.done('code block: Slow API requests', { artifact: `${dashboards}/audit-activity.json`, has: 'duration_ms > 1000', ...queryTest }),
  queries.done('code block: Authentication failures', { artifact: `${dashboards}/audit-activity.json`, has: 'login_failed', ...queryTest }),
  queries.done('code block: Specific user activity', { artifact: `${dashboards}/audit-activity.json`, has: 'user_id', ...queryTest }),
  queries.done('code block: Error rate by service', { artifact: `${dashboards}/error-tracking.json`, has: 'sum by (app) (rate(', ...queryTest }),
];
