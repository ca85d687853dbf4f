import { type ServiceName, services } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import {
  clusterNodeCountDropped, clusterUnhealthy, databaseConnectionFailure, databaseMonitoringAbsent, errorLogBurst, gPUCapacityExhausted,
  gPUSaturated, gPUUnderutilized, highCPU, highErrorRate, highLatency, highMemory, inferenceErrorBudgetBurnFast, inferenceErrorBudgetBurnSlow,
  inferenceErrorBudgetLow, inferenceLatencyBudgetBurnFast, inferenceLatencyBudgetBurnSlow, logPipelineSilent, mimirSeriesGrowth,
  mimirSeriesHigh, mimirSeriesNearLimit, prometheusRemoteWriteBehind, queueBacklog, serviceAbsent, serviceDegraded, serviceDown,
} from '../alerts/index.ts';

/**
 * While `cause` fires, `symptoms` are not notified, for alerts whose `equal` labels agree. A label that neither side has
 * counts as equal, so every label listed here must be on both sides (inhibitions.spec.ts holds them against the cases).
 */
export interface Inhibition {
  readonly cause: Alert;
  readonly symptoms: readonly Alert[];
  readonly equal: readonly string[];
  /** Only symptoms of these services. */
  readonly services?: readonly ServiceName[];
}

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

/** Every inhibition. All are within one platform cluster. */
export const inhibitions: readonly Inhibition[] = [
  { cause: serviceDown, symptoms: [serviceDegraded, highCPU, highMemory, errorLogBurst, logPipelineSilent], equal: ['service'] },
  { cause: serviceAbsent, symptoms: [logPipelineSilent], equal: ['service'] },
  { cause: databaseConnectionFailure, symptoms: [errorLogBurst], equal: [], services: dependentsOf('postgresql') },
  { cause: highErrorRate, symptoms: [inferenceErrorBudgetBurnFast, inferenceErrorBudgetBurnSlow], equal: ['endpoint'] },
  { cause: highLatency, symptoms: [inferenceLatencyBudgetBurnFast, inferenceLatencyBudgetBurnSlow, queueBacklog], equal: ['endpoint'] },
  { cause: inferenceErrorBudgetBurnFast, symptoms: [inferenceErrorBudgetBurnSlow, inferenceErrorBudgetLow], equal: ['endpoint', 'slo'] },
  { cause: inferenceLatencyBudgetBurnFast, symptoms: [inferenceLatencyBudgetBurnSlow], equal: ['endpoint'] },
  { cause: clusterUnhealthy, symptoms: [clusterNodeCountDropped, gPUSaturated, gPUCapacityExhausted, gPUUnderutilized], equal: ['cluster'] },
  { cause: mimirSeriesNearLimit, symptoms: [mimirSeriesHigh, mimirSeriesGrowth], equal: [] },
  // Mimir is blind, the services are not gone.
  { cause: prometheusRemoteWriteBehind, symptoms: [serviceAbsent, serviceDegraded, databaseMonitoringAbsent], equal: [] },
];
