import {
  alertNotificationsFailing, clusterUnhealthy, databaseConnectionFailure, debugLogsInProduction, errorLogBurst, gPUCapacityExhausted, gPUSaturated,
  highErrorRate, inferenceErrorBudgetLow, loginFailureBurst, mimirSeriesGrowth, queueBacklog, serviceDegraded, telemetryDiscarded, watchdog,
} from '@bud-o11y/alerts';
import { instrumentedServices, metrics } from '@bud-o11y/model';
import { type Signal, constant, counter, gauge } from './exposition.ts';
import type { Sought } from './notification.ts';

/**
 * When causes and their symptoms end, in seconds. A symptom ends before its cause, or it would be notified once the cause
 * is gone; and a cause ends before an hour (36 s) is over, when a page is repeated.
 */
const healed = { symptoms: 22, causes: 26 } as const;
const never = Number.POSITIVE_INFINITY;
const { up } = metrics;

const { inferenceRequests, inferenceQueueDepth, clusterStatus, clusterGpuUtilization, clusterGpuAvailable, clusterNodeCount, pgUp } = metrics;
const requests = (endpoint: string, status: 'success' | 'error') => inferenceRequests({ endpoint, model: 'llama', status });
const target = (job: string, instance: string) => up({ job, instance });

/** What the platform exposes while the test runs: a healthy base, and one trouble for each alert of the lists below. */
export const signals: readonly Signal[] = [
  ...instrumentedServices.map(({ name }) => constant(target(name, 'a:9090'), 1)),
  gauge(target('budgateway', 'b:9090'), 0, { until: healed.causes, after: 1 }),
  gauge(target('budsim', 'b:9090'), 0, { until: healed.symptoms, after: 1 }),
  gauge(pgUp({ job: 'postgresql', instance: 'pg-0:9187' }), 0, { until: healed.causes, after: 1 }),
  counter(requests('chat', 'success'), 5, { until: healed.causes, after: 10 }),
  counter(requests('chat', 'error'), 5, { until: healed.causes, after: 0 }),
  // A steady 0.45% of failures leaves a tenth of the budget and burns none too fast.
  counter(requests('embed', 'success'), 9.955),
  counter(requests('embed', 'error'), 0.045),
  gauge(inferenceQueueDepth({ endpoint: 'embed', instance: 'a:8000' }), 160, { until: healed.causes, after: 3 }),
  gauge(clusterStatus({ cluster: 'gpu-a', instance: 'a:9090' }), 0, { until: healed.causes, after: 1 }),
  constant(clusterStatus({ cluster: 'gpu-b', instance: 'a:9090' }), 1),
  gauge(clusterGpuUtilization({ cluster: 'gpu-a', node: 'g1' }), 0.98, { until: healed.symptoms, after: 0.5 }),
  gauge(clusterGpuUtilization({ cluster: 'gpu-b', node: 'g1' }), 0.98, { until: healed.causes, after: 0.5 }),
  ...['gpu-a', 'gpu-b'].map((cluster) => constant(clusterNodeCount({ cluster, instance: 'a:9090' }), 4)),
  constant(clusterGpuAvailable({ cluster: 'gpu-b', gpu_type: 'H100', instance: 'a:9090' }), 0),
  counter(metrics.alertmanagerNotificationFailures({ pod: 'alertmanager-0', integration: 'email', reason: 'other' }), 5, { until: healed.causes, after: 0 }),
  counter(metrics.alertmanagerNotifications({ pod: 'alertmanager-0', integration: 'email' }), 10),
  counter(metrics.mimirDiscardedSamples({ reason: 'per_user_series_limit', user: 'anonymous', pod: 'mimir-distributor-0' }), 50, { until: healed.causes, after: 0 }),
];

/** One alert that is seen, and until when. `posted` ones are handed to Alertmanager with the labels that their rule yields. */
export interface Incident extends Sought {
  readonly until: number;
  readonly value?: number;
}

/** Found by Prometheus. No two of the least severity are of one team: a digest tells of the first again when the second joins. */
export const evaluated: readonly Incident[] = [
  { alert: databaseConnectionFailure, labels: { job: 'postgresql', instance: 'pg-0:9187' }, until: healed.causes },
  { alert: highErrorRate, labels: { endpoint: 'chat' }, until: healed.causes },
  { alert: clusterUnhealthy, labels: { cluster: 'gpu-a' }, until: healed.causes },
  { alert: alertNotificationsFailing, labels: { integration: 'email' }, until: healed.causes },
  { alert: serviceDegraded, labels: { job: 'budgateway' }, until: healed.causes },
  { alert: queueBacklog, labels: { endpoint: 'embed' }, until: healed.causes },
  { alert: gPUSaturated, labels: { cluster: 'gpu-b' }, until: healed.causes },
  { alert: telemetryDiscarded, labels: { store: 'mimir', reason: 'per_user_series_limit' }, until: healed.causes },
  { alert: gPUCapacityExhausted, labels: { cluster: 'gpu-b', gpu_type: 'H100' }, until: never },
  { alert: inferenceErrorBudgetLow, labels: { endpoint: 'embed', slo: 'inference-availability' }, until: never },
];

/** Handed to Alertmanager: what the Loki ruler finds, and one that must hold for six hours before it fires. */
export const posted: readonly Incident[] = [
  { alert: loginFailureBurst, labels: {}, value: 80, until: healed.causes },
  { alert: errorLogBurst, labels: { app: 'budgateway' }, value: 0.4, until: healed.causes },
  { alert: debugLogsInProduction, labels: { app: 'budsim' }, value: 9, until: never },
  { alert: mimirSeriesGrowth, labels: {}, value: 1.4, until: never },
];

/** Symptoms whose cause is known: they fire, and nobody is told. */
export const inhibited = {
  evaluated: [
    { alert: serviceDegraded, labels: { job: 'budsim' }, until: healed.symptoms },
    { alert: gPUSaturated, labels: { cluster: 'gpu-a' }, until: healed.symptoms },
  ],
  posted: [{ alert: errorLogBurst, labels: { app: 'budapp' }, value: 0.4, until: healed.symptoms }],
} as const satisfies Readonly<Record<string, readonly Incident[]>>;

/** The dead-man's switch of the Mimir ruler. */
export const heartbeat: Incident = { alert: watchdog, labels: {}, until: never };
