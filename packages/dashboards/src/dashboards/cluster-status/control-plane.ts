import { labels, promql, spanOperations } from '@bud-o11y/model';
import { durationQuantiles, httpRates } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { toDashboard } from '../../links.ts';
import { logLines } from '../../panels/logs.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { clusterFailures } from '../../queries/panel-logs.ts';
import { operationP95 } from '../../queries/traces.ts';
import { signals } from '../../signals.ts';

const service = 'budcluster';
const toErrors = toDashboard('error-tracking', { variables: { service } });
const onward = [toErrors, ...signals.budcluster];

const requests = timeseries({
  id: 31,
  title: 'budcluster requests/s',
  description: 'What is asked of the service that manages the clusters, by HTTP status.',
  size: [8, 8], unit: 'requests/s', stack: 'normal', mean: true,
  targets: [{ query: promql`sum by (${labels(httpRates, 'status')}) (${httpRates({ service })})`, legend: '{{status}}' }],
  fields: [{ match: { regex: '5..' }, colour: 'critical' }, { match: { regex: '4..' }, colour: 'warning' }, { match: { regex: '2..' }, colour: 'good' }],
  links: onward,
});

const latency = timeseries({
  id: 32,
  title: 'budcluster latency',
  description: 'Median and p99, maximum over namespaces.',
  size: [8, 8], unit: 'seconds',
  targets: [{ query: promql`max by (${labels(durationQuantiles, 'quantile')}) (${durationQuantiles({ service })})`, legend: 'quantile {{quantile}}' }],
  links: onward,
});

const operations = timeseries({
  id: 34,
  title: 'Cluster operations and Kubernetes calls, p95 (sampled)',
  description: 'How long budcluster works on a cluster, and waits for its Kubernetes API. From sampled traces: good for the shape, not for a number.',
  size: [8, 8], unit: 'seconds',
  targets: [
    { query: operationP95(spanOperations.budclusterOperations), legend: 'operation {{name}}' },
    { query: operationP95(spanOperations.budclusterKubernetes), legend: 'Kubernetes {{name}}' },
  ],
  links: [toErrors, ...signals.budclusterSpans],
});

const failures = logLines({
  id: 33,
  title: 'budcluster failures',
  description: 'Lines of level error or critical, newest first.',
  size: [24, 8],
  targets: [{ query: clusterFailures, legend: 'lines', limit: 200 }],
});

/** Who reports all this. */
export const controlPlane = row('Control plane', requests, latency, operations, failures);
