import { type ServiceName, services } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import {
  clusterNodeCountDropped, clusterUnhealthy, dashboardErrorBudgetBurnFast, dashboardErrorBudgetBurnSlow, databaseConnectionFailure, databaseMonitoringAbsent,
  errorLogBurst, gPUCapacityExhausted, gPUSaturated, gPUUnderutilized, gatewayErrorBudgetBurnFast, gatewayErrorBudgetBurnSlow, highCPU, highErrorRate, highLatency,
  highMemory, inferenceErrorBudgetBurnFast, inferenceErrorBudgetBurnSlow, inferenceErrorBudgetLow, inferenceLatencyBudgetBurnFast, inferenceLatencyBudgetBurnSlow,
  inferenceMetricsAbsent, logPipelineSilent, metricsExportFailing, mimirSeriesGrowth, mimirSeriesHigh, mimirSeriesNearLimit, podCrashLooping, prometheusAbsent, prometheusRemoteWriteBehind, prometheusReplicaBehind, queueBacklog, serviceAbsent, serviceDegraded, serviceDown,
  serviceErrorBudgetLow,
} from '../alerts/index.ts';

/**
 * While `cause` fires, silenced or not, `symptoms` are not notified, for alerts whose `equal` labels agree. A label that neither side has
 * counts as equal, so every label listed here must be on both sides (routing/problems.ts looks).
 */
export interface Inhibition {
  readonly cause: Alert;
  readonly symptoms: readonly Alert[];
  readonly equal: readonly string[];
  /** Only a cause of this service. */
  readonly causeService?: ServiceName;
  /** Only symptoms of these services. */
  readonly services?: readonly ServiceName[];
}

/** The tickets only. A page says that users do see errors: were it a symptom here, whoever silences a cause that is none (a password of the exporter, a closed metrics port) would silence it as well. */
const serviceBurns: readonly Alert[] = [dashboardErrorBudgetBurnSlow, gatewayErrorBudgetBurnSlow];

/** Services that cannot work without `name`, at any remove. */
export function dependentsOf(name: ServiceName): readonly ServiceName[] {
  const names = Object.keys(services) as readonly ServiceName[];
  const found = new Set<ServiceName>();
  const visit = (needed: ServiceName): void => {
    for (const candidate of names) {
      const needs: readonly string[] = services[candidate].needs;
      if (!needs.includes(needed) || found.has(candidate)) continue;
      found.add(candidate);
      visit(candidate);
    }
  };
  visit(name);
  return names.filter((candidate) => found.has(candidate));
}

/** Alerts that say that a service is gone. The platform's own are found by their scrape targets, the database by its exporter. */
function outagesOf(name: ServiceName): readonly Pick<Inhibition, 'cause' | 'causeService'>[] {
  if (name === 'postgresql') return [{ cause: databaseConnectionFailure }];
  return services[name].instrumented ? [{ cause: serviceDown, causeService: name }, { cause: serviceAbsent, causeService: name }] : [];
}

/** What a service shows when one that it needs is gone; an alert of one service only where that service is among them. */
function symptomsOf(dependents: readonly ServiceName[]): readonly Alert[] {
  return [errorLogBurst, podCrashLooping, serviceDegraded, ...serviceBurns].filter(({ service }) => typeof service === 'object' || dependents.includes(service));
}

/** The table of needs, crossed with the alerts: who is gone silences whoever cannot work without it. */
const fromNeeds: readonly Inhibition[] = (Object.keys(services) as readonly ServiceName[]).flatMap((name) => {
  const dependents = dependentsOf(name);
  return dependents.length === 0 ? [] : outagesOf(name).map((outage) => ({ ...outage, symptoms: symptomsOf(dependents), equal: [], services: dependents }));
});

/** Every inhibition. All are within one platform cluster. */
export const inhibitions: readonly Inhibition[] = [
  ...fromNeeds,
  { cause: serviceDown, symptoms: [serviceDegraded, podCrashLooping, highCPU, highMemory, errorLogBurst, logPipelineSilent, ...serviceBurns], equal: ['service'] },
  { cause: serviceAbsent, symptoms: [logPipelineSilent], equal: ['service'] },
  { cause: highErrorRate, symptoms: [inferenceErrorBudgetBurnFast, inferenceErrorBudgetBurnSlow], equal: ['endpoint'] },
  { cause: highLatency, symptoms: [inferenceLatencyBudgetBurnFast, inferenceLatencyBudgetBurnSlow, queueBacklog], equal: ['endpoint'] },
  { cause: inferenceErrorBudgetBurnFast, symptoms: [inferenceErrorBudgetBurnSlow, inferenceErrorBudgetLow], equal: ['endpoint', 'slo'] },
  { cause: inferenceLatencyBudgetBurnFast, symptoms: [inferenceLatencyBudgetBurnSlow, inferenceErrorBudgetLow], equal: ['endpoint', 'slo'] },
  { cause: gatewayErrorBudgetBurnFast, symptoms: [gatewayErrorBudgetBurnSlow, serviceErrorBudgetLow], equal: ['namespace', 'slo'] },
  { cause: dashboardErrorBudgetBurnFast, symptoms: [dashboardErrorBudgetBurnSlow, serviceErrorBudgetLow], equal: ['namespace', 'slo'] },
  { cause: clusterUnhealthy, symptoms: [clusterNodeCountDropped, gPUSaturated, gPUCapacityExhausted, gPUUnderutilized], equal: ['cluster'] },
  { cause: mimirSeriesNearLimit, symptoms: [mimirSeriesHigh, mimirSeriesGrowth], equal: [] },
  { cause: metricsExportFailing, symptoms: [inferenceMetricsAbsent], equal: [] },
  // Mimir is blind, the services are not gone.
  { cause: prometheusAbsent, symptoms: [serviceAbsent, databaseMonitoringAbsent], equal: [] },
  { cause: prometheusRemoteWriteBehind, symptoms: [prometheusAbsent, prometheusReplicaBehind, serviceAbsent, serviceDegraded, databaseMonitoringAbsent], equal: [] },
];
