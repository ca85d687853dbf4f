import type { Environment } from '@bud-o11y/model';
import { tempoOtlp } from '../addresses.ts';
import { type OtelConfig, type OtelPart, clusterPorts, otelBase, otelConfig, podAddress } from './otel-common.ts';
import { otelComponent } from './otel-components.ts';
import { tailSampling } from './otel-sampling.ts';
import { serviceGraph } from './otel-service-graph.ts';

/** Second tier: holds whole traces, counts who calls whom, decides, and sends what it keeps to Tempo. */
export function otelSamplerConfig(environment: Environment): OtelConfig {
  const base = otelBase(podAddress, clusterPorts);
  return otelConfig(base, [sampling(environment), serviceGraph(environment, base.instance)]);
}

/** Traces in, the traces that are kept out to Tempo. `before` are processors of another part. */
export function sampling(environment: Environment, before: readonly string[] = []): OtelPart {
  const exporter = `${otelComponent('otlpExporter', environment.components.otelCollector)}/tempo`;
  return {
    processors: { tail_sampling: tailSampling(environment) },
    exporters: { [exporter]: { endpoint: tempoOtlp(environment), tls: { insecure: true } } },
    // Sampling comes after all that needs the connection, and before batches mix traces.
    pipelines: { traces: { receivers: ['otlp'], processors: ['memory_limiter', ...before, 'tail_sampling', 'batch'], exporters: [exporter] } },
  };
}
