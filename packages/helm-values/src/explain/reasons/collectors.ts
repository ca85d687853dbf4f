import { reason } from './reason.ts';

const config = 'alternateConfig';

/** Why the values of both tiers of collectors are as they are. */
export const collectorReasons = [
  reason('mode', 'the first tier holds nothing; the second pins each trace to one stable pod', 'document 9.3'),
  reason('image.repository', 'the distribution of the chart lacks exporters that are used', 'chart'),
  reason('command', 'the binary of that distribution', 'chart'),
  reason(config, 'replaces the chart\'s configuration: merged, its debug exporter and receivers would stay', 'chart'),
  reason(`${config}.receivers`, 'OTLP from services and Dapr, on every address of the pod', 'document 5.1'),
  reason(`${config}.processors`, 'memory is limited before anything else, batches come last', 'document 5.1'),
  reason(`${config}.processors.tail_sampling`, 'errors and slow traces always, of the others a share', 'document 9.3'),
  reason(`${config}.processors.k8s_attributes`, 'namespace and pod of a span, which its sender does not know', 'document 5.2'),
  reason(`${config}.processors.transform/inference`, 'the document\'s inference metrics are made from the platform\'s spans', 'document 3.2'),
  reason(`${config}.processors.filter/inference`, 'the document\'s inference metrics are made from the platform\'s spans', 'document 3.2'),
  reason(`${config}.connectors.span_metrics/inference`, 'made before sampling, so that counts are those of all requests', 'document 3.2'),
  reason(`${config}.connectors.span_metrics/inference.resource_metrics_key_attributes`, 'counted per service: per pod, counts of several would be sent as one series', 'OpenTelemetry Collector'),
  reason(`${config}.connectors.service_graph`, 'who calls whom, from both halves of a call', 'document 7'),
  reason(`${config}.exporters.load_balancing`, 'all spans of a trace reach the same sampler', 'document 9.3'),
  reason(`${config}.exporters.prometheus_remote_write`, 'metrics from spans go where all metrics are', 'document 3.2'),
  reason(`${config}.exporters.otlp_grpc/tempo`, 'what is kept goes to Tempo', 'document 5.1'),
  reason(`${config}.exporters.awss3`, 'the archive of logs: one year in a bucket of its own', 'document 8'),
  reason(`${config}.extensions`, 'probes of the pod', 'chart'),
  reason(`${config}.service.telemetry`, 'the collector\'s own metrics, which Prometheus scrapes', 'document 3'),
  reason('ports', 'receivers that nobody here speaks are closed; metrics are scraped', 'document 10'),
  reason('clusterRole', 'reads what k8s_attributes adds, and nothing else', 'document 10'),
  reason('service', 'headless: the first tier must see every pod', 'document 9.3'),
] as const;
