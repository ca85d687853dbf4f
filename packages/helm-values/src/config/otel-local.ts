import { loopbackPorts } from '../addresses.ts';
import type { ProgramConfig } from '../program.ts';
import { otelBase } from './otel-common.ts';
import { samplingCollector } from './otel-sampler.ts';

/** One collector on loopback: with a single process every trace is whole, so no first tier is needed. */
export const otelcolYaml: ProgramConfig = {
  name: 'otelcol',
  program: 'otelcol',
  file: 'otelcol.yaml',
  source: 'config/otel-local.ts',
  layer: 'collectors',
  content: (environment) => samplingCollector(environment, otelBase('127.0.0.1', { grpc: loopbackPorts.otlpGrpc, http: loopbackPorts.otlpHttp, health: loopbackPorts.otelHealth, metrics: loopbackPorts.otelMetrics })),
};
