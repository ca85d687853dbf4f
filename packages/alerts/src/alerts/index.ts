import type { Alert } from '../alert.ts';
import { clusterNodeCountDropped } from './clusters/ClusterNodeCountDropped.ts';
import { clusterUnhealthy } from './clusters/ClusterUnhealthy.ts';
import { gPUCapacityExhausted } from './clusters/GPUCapacityExhausted.ts';
import { gPUSaturated } from './clusters/GPUSaturated.ts';
import { gPUUnderutilized } from './clusters/GPUUnderutilized.ts';
import { databaseConnectionFailure } from './database/DatabaseConnectionFailure.ts';
import { databaseMonitoringAbsent } from './database/DatabaseMonitoringAbsent.ts';
import { endpointIdle } from './inference/EndpointIdle.ts';
import { highErrorRate } from './inference/HighErrorRate.ts';
import { highLatency } from './inference/HighLatency.ts';
import { queueBacklog } from './inference/QueueBacklog.ts';
import { debugLogsInProduction } from './logs/DebugLogsInProduction.ts';
import { errorLogBurst } from './logs/ErrorLogBurst.ts';
import { logPipelineSilent } from './logs/LogPipelineSilent.ts';
import { loginFailureBurst } from './logs/LoginFailureBurst.ts';
import { loginFailureSingleAccount } from './logs/LoginFailureSingleAccount.ts';
import { alertNotificationsFailing } from './meta/AlertNotificationsFailing.ts';
import { lokiRetentionStale } from './meta/LokiRetentionStale.ts';
import { lokiRulerEvaluationFailing } from './meta/LokiRulerEvaluationFailing.ts';
import { lokiRulerWatchdog } from './meta/LokiRulerWatchdog.ts';
import { mimirBlockCleanupStale } from './meta/MimirBlockCleanupStale.ts';
import { mimirCompactionFailing } from './meta/MimirCompactionFailing.ts';
import { mimirIngestionRateNearLimit } from './meta/MimirIngestionRateNearLimit.ts';
import { mimirRulerEvaluationFailing } from './meta/MimirRulerEvaluationFailing.ts';
import { mimirRulerMissedEvaluations } from './meta/MimirRulerMissedEvaluations.ts';
import { mimirSeriesGrowth } from './meta/MimirSeriesGrowth.ts';
import { mimirSeriesHigh } from './meta/MimirSeriesHigh.ts';
import { mimirSeriesNearLimit } from './meta/MimirSeriesNearLimit.ts';
import { telemetryDiscarded } from './meta/TelemetryDiscarded.ts';
import { tempoCompactionFailing } from './meta/TempoCompactionFailing.ts';
import { tempoLiveTracesNearLimit } from './meta/TempoLiveTracesNearLimit.ts';
import { watchdog } from './meta/Watchdog.ts';
import { prometheusRemoteWriteBehind } from './pipeline/PrometheusRemoteWriteBehind.ts';
import { prometheusRemoteWriteFailing } from './pipeline/PrometheusRemoteWriteFailing.ts';
import { traceExportFailing } from './pipeline/TraceExportFailing.ts';
import { highCPU } from './resources/HighCPU.ts';
import { highMemory } from './resources/HighMemory.ts';
import { serviceAbsent } from './services/ServiceAbsent.ts';
import { serviceDegraded } from './services/ServiceDegraded.ts';
import { serviceDown } from './services/ServiceDown.ts';
import { dashboardErrorBudgetBurnFast } from './slo/DashboardErrorBudgetBurnFast.ts';
import { dashboardErrorBudgetBurnSlow } from './slo/DashboardErrorBudgetBurnSlow.ts';
import { gatewayErrorBudgetBurnFast } from './slo/GatewayErrorBudgetBurnFast.ts';
import { gatewayErrorBudgetBurnSlow } from './slo/GatewayErrorBudgetBurnSlow.ts';
import { inferenceErrorBudgetBurnFast } from './slo/InferenceErrorBudgetBurnFast.ts';
import { inferenceErrorBudgetBurnSlow } from './slo/InferenceErrorBudgetBurnSlow.ts';
import { inferenceErrorBudgetLow } from './slo/InferenceErrorBudgetLow.ts';
import { inferenceLatencyBudgetBurnFast } from './slo/InferenceLatencyBudgetBurnFast.ts';
import { inferenceLatencyBudgetBurnSlow } from './slo/InferenceLatencyBudgetBurnSlow.ts';
import { serviceErrorBudgetLow } from './slo/ServiceErrorBudgetLow.ts';

export {
  alertNotificationsFailing,
  clusterNodeCountDropped,
  clusterUnhealthy,
  dashboardErrorBudgetBurnFast,
  dashboardErrorBudgetBurnSlow,
  databaseConnectionFailure,
  databaseMonitoringAbsent,
  debugLogsInProduction,
  endpointIdle,
  errorLogBurst,
  gPUCapacityExhausted,
  gPUSaturated,
  gPUUnderutilized,
  gatewayErrorBudgetBurnFast,
  gatewayErrorBudgetBurnSlow,
  highCPU,
  highErrorRate,
  highLatency,
  highMemory,
  inferenceErrorBudgetBurnFast,
  inferenceErrorBudgetBurnSlow,
  inferenceErrorBudgetLow,
  inferenceLatencyBudgetBurnFast,
  inferenceLatencyBudgetBurnSlow,
  logPipelineSilent,
  loginFailureBurst,
  loginFailureSingleAccount,
  lokiRetentionStale,
  lokiRulerEvaluationFailing,
  lokiRulerWatchdog,
  mimirBlockCleanupStale,
  mimirCompactionFailing,
  mimirIngestionRateNearLimit,
  mimirRulerEvaluationFailing,
  mimirRulerMissedEvaluations,
  mimirSeriesGrowth,
  mimirSeriesHigh,
  mimirSeriesNearLimit,
  prometheusRemoteWriteBehind,
  prometheusRemoteWriteFailing,
  queueBacklog,
  serviceAbsent,
  serviceDegraded,
  serviceDown,
  serviceErrorBudgetLow,
  telemetryDiscarded,
  tempoCompactionFailing,
  tempoLiveTracesNearLimit,
  traceExportFailing,
  watchdog,
};

/** Every alert, sorted by id. One file each; add a line here (`npx nx g @bud-o11y/tools:alert <Name>` does both). */
export const alerts: readonly Alert[] = [
  alertNotificationsFailing,
  clusterNodeCountDropped,
  clusterUnhealthy,
  dashboardErrorBudgetBurnFast,
  dashboardErrorBudgetBurnSlow,
  databaseConnectionFailure,
  databaseMonitoringAbsent,
  debugLogsInProduction,
  endpointIdle,
  errorLogBurst,
  gPUCapacityExhausted,
  gPUSaturated,
  gPUUnderutilized,
  gatewayErrorBudgetBurnFast,
  gatewayErrorBudgetBurnSlow,
  highCPU,
  highErrorRate,
  highLatency,
  highMemory,
  inferenceErrorBudgetBurnFast,
  inferenceErrorBudgetBurnSlow,
  inferenceErrorBudgetLow,
  inferenceLatencyBudgetBurnFast,
  inferenceLatencyBudgetBurnSlow,
  logPipelineSilent,
  loginFailureBurst,
  loginFailureSingleAccount,
  lokiRetentionStale,
  lokiRulerEvaluationFailing,
  lokiRulerWatchdog,
  mimirBlockCleanupStale,
  mimirCompactionFailing,
  mimirIngestionRateNearLimit,
  mimirRulerEvaluationFailing,
  mimirRulerMissedEvaluations,
  mimirSeriesGrowth,
  mimirSeriesHigh,
  mimirSeriesNearLimit,
  prometheusRemoteWriteBehind,
  prometheusRemoteWriteFailing,
  queueBacklog,
  serviceAbsent,
  serviceDegraded,
  serviceDown,
  serviceErrorBudgetLow,
  telemetryDiscarded,
  tempoCompactionFailing,
  tempoLiveTracesNearLimit,
  traceExportFailing,
  watchdog,
];
