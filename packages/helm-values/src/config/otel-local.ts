import type { Environment } from '@bud-o11y/model';
import { loopbackPorts } from '../addresses.ts';
import type { ProgramConfig } from '../program.ts';
import { sampledShare } from '../rules/sampled-share.ts';
import { otelConfigSchema } from '../schemas/otel-config.ts';
import { type OtelConfig, otelBase, otelConfig } from './otel-common.ts';
import { inferenceMetrics } from './otel-inference.ts';
import { requestId } from './otel-request-id.ts';
import { sampling } from './otel-sampler.ts';
import { serviceGraph } from './otel-service-graph.ts';

/** Both tiers in one collector on loopback: with a single process every trace is whole. */
function bothTiers(environment: Environment): OtelConfig {
  const base = otelBase('127.0.0.1', { grpc: loopbackPorts.otlpGrpc, http: loopbackPorts.otlpHttp, health: loopbackPorts.otelHealth, metrics: loopbackPorts.otelMetrics });
  const sampled = sampling(environment, ['transform/inference', 'transform/request-id']);
  const kept = { ...sampled, processors: { ...sampled.processors, 'transform/request-id': requestId } };
  return otelConfig(base, [inferenceMetrics(environment, base.instance), kept, serviceGraph(environment, base.instance)]);
}

export const otelcolYaml: ProgramConfig = { name: 'otelcol', program: 'otelcol', file: 'otelcol.yaml', source: 'config/otel-local.ts', layer: 'collectors', schema: () => otelConfigSchema, rules: [sampledShare('')], content: bothTiers };
