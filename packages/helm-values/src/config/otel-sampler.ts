import type { Environment } from '@bud-o11y/model';
import { tempoOtlp } from '../addresses.ts';
import type { Values } from '../chart.ts';
import { clusterPorts, memoryLimiter, otelBase, podAddress } from './otel-common.ts';
import { otelComponent } from './otel-components.ts';
import { tailSampling } from './otel-sampling.ts';

/** Second tier: holds whole traces, decides, and sends what it keeps to Tempo. */
export function otelSamplerConfig(environment: Environment): Values {
  return samplingCollector(environment, otelBase(podAddress, clusterPorts));
}

/** A collector that samples what it receives on `base` and exports to Tempo. */
export function samplingCollector(environment: Environment, base: ReturnType<typeof otelBase>): Values {
  const exporter = `${otelComponent('otlpExporter', environment.components.otelCollector)}/tempo`;
  return {
    receivers: base.receivers,
    processors: { memory_limiter: memoryLimiter, tail_sampling: tailSampling(environment), batch: {} },
    exporters: { [exporter]: { endpoint: tempoOtlp(environment), tls: { insecure: true } } },
    extensions: base.extensions,
    service: {
      telemetry: base.telemetry,
      extensions: ['health_check'],
      // Sampling comes after all that needs the connection, and before batches mix traces.
      pipelines: { traces: { receivers: ['otlp'], processors: ['memory_limiter', 'tail_sampling', 'batch'], exporters: [exporter] } },
    },
  };
}
