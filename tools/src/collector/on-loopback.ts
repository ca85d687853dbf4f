import { type CollectorConfig, type RenderedCollector, withStandIn } from './rendered-collectors.ts';

/** Where the neighbours of a collector are in a test. */
export interface Neighbours {
  /** host:port of the samplers. */
  readonly samplers: readonly string[];
  /** Base address of the sink that takes the place of Tempo. */
  readonly traces: string;
  /** Address that takes remote writes. */
  readonly metrics: string;
}

/** How long a sampler of a test waits for the spans of a trace. The services of a test are quick. */
export const decisionWaitSeconds = 4;

/**
 * A configuration that runs on this machine: neighbours at their places here, waits short, and without what asks the API
 * of a cluster. Receivers, processors, policies, connectors and pipelines are as they are rendered.
 */
export function onLoopback(collector: RenderedCollector, { samplers, traces, metrics }: Neighbours, print: (line: string) => void): CollectorConfig {
  const config = structuredClone(withStandIn(collector, print));
  const { processors, exporters, connectors = {}, service } = config;
  delete processors['k8s_attributes'];
  for (const pipeline of Object.values(service.pipelines)) pipeline.processors = pipeline.processors.filter((id) => id !== 'k8s_attributes');
  if (processors['tail_sampling'] !== undefined) processors['tail_sampling']['decision_wait'] = `${decisionWaitSeconds}s`;
  for (const connector of Object.values(connectors)) connector['metrics_flush_interval'] = '1s';
  if (exporters['load_balancing'] !== undefined) exporters['load_balancing']['resolver'] = { static: { hostnames: samplers } };
  if (exporters['prometheus_remote_write'] !== undefined) exporters['prometheus_remote_write']['endpoint'] = metrics;
  if (exporters['otlp_grpc/tempo'] !== undefined) rename(config, 'otlp_grpc/tempo', 'otlp_http/tempo', { endpoint: traces, encoding: 'json', compression: 'none' });
  return config;
}

function rename({ exporters, service }: CollectorConfig, from: string, to: string, settings: Record<string, unknown>): void {
  delete exporters[from];
  exporters[to] = settings;
  for (const pipeline of Object.values(service.pipelines)) pipeline.exporters = pipeline.exporters.map((id) => (id === from ? to : id));
}
