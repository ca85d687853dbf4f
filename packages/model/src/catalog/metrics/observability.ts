import { counter, gauge } from '../metric.ts';
import { closed, open, targetLabels } from '../labels.ts';

const ruleGroup = { ...targetLabels, user: open('tenant', 1), rule_group: open('rule group', 40) };
const user = { ...targetLabels, user: open('tenant', 1) };
const integration = { ...targetLabels, integration: open('notification integration', 4) };

/** What the stack says about itself. Names by each program's own reference; `alertmanager_*`, since Alertmanager stands alone (decisions 6). */
export const mimirRuleFailures = counter({ name: 'cortex_prometheus_rule_evaluation_failures_total', unit: 'count', help: 'Failed rule evaluations of the Mimir ruler', provenance: 'real', source: 'Mimir', labels: ruleGroup });
export const mimirMissedIterations = counter({ name: 'cortex_prometheus_rule_group_iterations_missed_total', unit: 'count', help: 'Evaluations that came too late', provenance: 'real', source: 'Mimir', labels: ruleGroup });
export const mimirIterations = counter({ name: 'cortex_prometheus_rule_group_iterations_total', unit: 'count', help: 'Scheduled evaluations', provenance: 'real', source: 'Mimir', labels: ruleGroup });
export const mimirActiveSeries = gauge({ name: 'cortex_ingester_memory_series', unit: 'series', help: 'Series in memory of an ingester, replicas counted', provenance: 'real', source: 'Mimir', labels: user });
export const mimirReceivedSamples = counter({ name: 'cortex_distributor_received_samples_total', unit: 'count', help: 'Samples accepted by the distributors', provenance: 'real', source: 'Mimir', labels: user });
export const mimirDiscardedSamples = counter({ name: 'cortex_discarded_samples_total', unit: 'count', help: 'Samples refused, by reason', provenance: 'real', source: 'Mimir', labels: { ...user, reason: open('reason', 10) } });
export const mimirLastCleanup = gauge({ name: 'cortex_compactor_block_cleanup_last_successful_run_timestamp_seconds', unit: 'timestamp', help: 'Last time that blocks past retention were removed', provenance: 'real', source: 'Mimir', labels: targetLabels });
export const mimirLastCompaction = gauge({ name: 'cortex_compactor_last_successful_run_timestamp_seconds', unit: 'timestamp', help: 'Last compaction that ended well', provenance: 'real', source: 'Mimir', labels: targetLabels });
export const mimirCompactionsFailed = counter({ name: 'cortex_compactor_runs_failed_total', unit: 'count', help: 'Compactor runs that failed, by reason', provenance: 'real', source: 'Mimir', labels: { ...targetLabels, reason: closed('reason', 'shutdown', 'error') } });
export const lokiRuleFailures = counter({ name: 'loki_prometheus_rule_evaluation_failures_total', unit: 'count', help: 'Failed rule evaluations of the Loki ruler', provenance: 'real', source: 'Loki', labels: ruleGroup });
export const lokiDiscardedSamples = counter({ name: 'loki_discarded_samples_total', unit: 'count', help: 'Log lines refused, by reason', provenance: 'real', source: 'Loki', labels: { ...targetLabels, reason: open('reason', 10), tenant: open('tenant', 1) } });
export const lokiLastRetention = gauge({ name: 'loki_compactor_apply_retention_last_successful_run_timestamp_seconds', unit: 'timestamp', help: 'Last time that retention was applied', provenance: 'real', source: 'Loki', labels: targetLabels });
export const tempoLiveTraces = gauge({ name: 'tempo_live_store_live_traces', unit: 'count', help: 'Traces held in memory', provenance: 'real', source: 'Tempo 3', labels: { ...targetLabels, tenant: open('tenant', 1) } });
export const tempoDiscardedSpans = counter({ name: 'tempo_discarded_spans_total', unit: 'count', help: 'Spans refused, by reason', provenance: 'real', source: 'Tempo', labels: { ...targetLabels, reason: open('reason', 10), tenant: open('tenant', 1) } });
export const tempoCompactionErrors = counter({ name: 'tempodb_compaction_errors_total', unit: 'count', help: 'Errors of the compaction loop, which also enforces retention', provenance: 'real', source: 'Tempo 3', labels: targetLabels });
export const alertmanagerNotifications = counter({ name: 'alertmanager_notifications_total', unit: 'count', help: 'Notifications attempted', provenance: 'real', source: 'Alertmanager', labels: integration });
export const alertmanagerNotificationFailures = counter({ name: 'alertmanager_notifications_failed_total', unit: 'count', help: 'Notifications that failed', provenance: 'real', source: 'Alertmanager', labels: { ...integration, reason: open('reason', 5) } });
export const remoteWriteFailed = counter({ name: 'prometheus_remote_storage_samples_failed_total', unit: 'count', help: 'Samples that Mimir refused for good', provenance: 'real', source: 'Prometheus', labels: { ...targetLabels, remote_name: open('remote', 1), url: open('address', 1) } });
export const remoteWriteSamples = counter({ name: 'prometheus_remote_storage_samples_total', unit: 'count', help: 'Samples sent to Mimir', provenance: 'real', source: 'Prometheus', labels: { ...targetLabels, remote_name: open('remote', 1), url: open('address', 1) } });
export const remoteWriteHighest = gauge({ name: 'prometheus_remote_storage_queue_highest_sent_timestamp_seconds', unit: 'timestamp', help: 'Newest sample that was sent', provenance: 'real', source: 'Prometheus', labels: { ...targetLabels, remote_name: open('remote', 1), url: open('address', 1) } });
export const remoteStorageHighest = gauge({ name: 'prometheus_remote_storage_highest_timestamp_in_seconds', unit: 'timestamp', help: 'Newest sample that came in', provenance: 'real', source: 'Prometheus', labels: targetLabels });
export const collectorExportFailures = counter({ name: 'otelcol_exporter_send_failed_spans_total', unit: 'count', help: 'Spans that an exporter gave up', provenance: 'real', source: 'OpenTelemetry Collector', labels: { ...targetLabels, exporter: open('exporter', 3) } });
export const collectorExported = counter({ name: 'otelcol_exporter_sent_spans_total', unit: 'count', help: 'Spans that an exporter sent', provenance: 'real', source: 'OpenTelemetry Collector', labels: { ...targetLabels, exporter: open('exporter', 3) } });
