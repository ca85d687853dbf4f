import {
  alertNotificationsFailing, clusterUnhealthy, databaseConnectionFailure, debugLogsInProduction, errorLogBurst, gPUCapacityExhausted, gPUSaturated,
  highErrorRate, inferenceErrorBudgetLow, loginFailureBurst, mimirSeriesGrowth, queueBacklog, serviceDegraded, telemetryDiscarded, watchdog,
} from '@bud-o11y/alerts';
import { instrumentedServices, metrics } from '@bud-o11y/model';
import { type Signal, type Until, constant, counter, gauge } from './exposition.ts';
import type { Sought } from './notification.ts';

const { up } = metrics;

const { inferenceRequests, inferenceQueueDepth, clusterStatus, clusterGpuUtilization, clusterGpuAvailable, clusterNodeCount, pgUp } = metrics;
const requests = (endpoint: string, status: 'success' | 'error') => inferenceRequests({ endpoint, model: 'llama', status });
const target = (job: string, instance: string) => up({ job, instance });

/** What the platform exposes while the test runs: a healthy base, and one trouble for each alert of the lists below. */
export const signals: readonly Signal[] = [
  ...instrumentedServices.map(({ name }) => constant(target(name, 'a:9090'), 1)),
  constant(target('prometheus', 'prometheus-0:9090'), 1),
  gauge(target('budgateway', 'b:9090'), 0, { until: 'causes', after: 1 }),
  gauge(target('budsim', 'b:9090'), 0, { until: 'symptoms', after: 1 }),
  gauge(pgUp({ job: 'postgresql', instance: 'pg-0:9187' }), 0, { until: 'causes', after: 1 }),
  counter(requests('chat', 'success'), 5, { until: 'causes', after: 10 }),
  counter(requests('chat', 'error'), 5, { until: 'causes', after: 0 }),
  // A steady 0.45% of failures leaves a tenth of the budget and burns none too fast.
  counter(requests('embed', 'success'), 9.955),
  counter(requests('embed', 'error'), 0.045),
  gauge(inferenceQueueDepth({ endpoint: 'embed', instance: 'a:8000' }), 160, { until: 'causes', after: 3 }),
  gauge(clusterStatus({ cluster: 'gpu-a', instance: 'a:9090' }), 0, { until: 'causes', after: 1 }),
  constant(clusterStatus({ cluster: 'gpu-b', instance: 'a:9090' }), 1),
  gauge(clusterGpuUtilization({ cluster: 'gpu-a', node: 'g1' }), 0.98, { until: 'symptoms', after: 0.5 }),
  gauge(clusterGpuUtilization({ cluster: 'gpu-b', node: 'g1' }), 0.98, { until: 'causes', after: 0.5 }),
  ...['gpu-a', 'gpu-b'].map((cluster) => constant(clusterNodeCount({ cluster, instance: 'a:9090' }), 4)),
  constant(clusterGpuAvailable({ cluster: 'gpu-b', gpu_type: 'H100', instance: 'a:9090' }), 0),
  counter(metrics.alertmanagerNotificationFailures({ pod: 'alertmanager-0', integration: 'email', reason: 'other' }), 5, { until: 'causes', after: 0 }),
  counter(metrics.alertmanagerNotifications({ pod: 'alertmanager-0', integration: 'email' }), 10),
  counter(metrics.mimirDiscardedSamples({ reason: 'per_user_series_limit', user: 'anonymous', pod: 'mimir-distributor-0' }), 50, { until: 'causes', after: 0 }),
];

/** One alert that is seen, and with what it ends. `posted` ones are handed to Alertmanager with the labels that their rule yields. */
export interface Incident extends Sought {
  readonly until: Until;
  readonly value?: number;
}

/** Found by Prometheus. No two of the least severity are of one team: a digest tells of the first again when the second joins. */
export const evaluated: readonly Incident[] = [
  { alert: databaseConnectionFailure, labels: { job: 'postgresql', instance: 'pg-0:9187' }, until: 'causes' },
  { alert: highErrorRate, labels: { endpoint: 'chat' }, until: 'causes' },
  { alert: clusterUnhealthy, labels: { cluster: 'gpu-a' }, until: 'causes' },
  { alert: alertNotificationsFailing, labels: { integration: 'email' }, until: 'causes' },
  { alert: serviceDegraded, labels: { job: 'budgateway' }, until: 'causes' },
  { alert: queueBacklog, labels: { endpoint: 'embed' }, until: 'causes' },
  { alert: gPUSaturated, labels: { cluster: 'gpu-b' }, until: 'causes' },
  { alert: telemetryDiscarded, labels: { store: 'mimir', reason: 'per_user_series_limit' }, until: 'causes' },
  { alert: gPUCapacityExhausted, labels: { cluster: 'gpu-b', gpu_type: 'H100' }, until: 'never' },
  { alert: inferenceErrorBudgetLow, labels: { endpoint: 'embed', slo: 'inference-availability' }, until: 'never' },
];

/** Handed to Alertmanager: what the Loki ruler finds, and one that must hold for six hours before it fires. */
export const posted: readonly Incident[] = [
  { alert: loginFailureBurst, labels: {}, value: 80, until: 'causes' },
  { alert: errorLogBurst, labels: { app: 'budgateway' }, value: 0.4, until: 'causes' },
  { alert: debugLogsInProduction, labels: { app: 'budsim' }, value: 9, until: 'never' },
  { alert: mimirSeriesGrowth, labels: {}, value: 1.4, until: 'never' },
];

/** Symptoms whose cause is known: they fire, and nobody is told. */
export const inhibited = {
  evaluated: [
    { alert: serviceDegraded, labels: { job: 'budsim' }, until: 'symptoms' },
    { alert: gPUSaturated, labels: { cluster: 'gpu-a' }, until: 'symptoms' },
  ],
  posted: [{ alert: errorLogBurst, labels: { app: 'budapp' }, value: 0.4, until: 'symptoms' }],
} as const satisfies Readonly<Record<string, readonly Incident[]>>;

/** The dead-man's switch of the Mimir ruler. */
export const heartbeat: Incident = { alert: watchdog, labels: {}, until: 'never' };
