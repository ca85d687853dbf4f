import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed } from '@bud-o11y/model';
import { clusters, at } from '../testing/rendered.ts';
import { otelComponent } from './otel-components.ts';
import { tailSampling } from './otel-sampling.ts';

const production = environmentNamed('production');
const keeping = (traces: number): Environment => ({ ...production, sampling: { ...production.sampling, traces } });

interface Policy {
  readonly name: string;
  readonly type: string;
  readonly probabilistic?: { readonly sampling_percentage: number };
  readonly latency?: { readonly threshold_ms: number };
}
const policies = (environment: Environment): readonly Policy[] => tailSampling(environment)['policies'] as readonly Policy[];

describe('tailSampling', () => {
  it.each([[0.1, 10], [1, 100], [0, 0]])('keeps a share of %p as %p percent', (share, percent) => {
    expect(policies(keeping(share)).find(({ type }) => type === 'probabilistic')?.probabilistic).toEqual({ sampling_percentage: percent });
  });

  it('keeps errors, HTTP 5xx and slow traces whatever the share is', () => {
    expect(policies(keeping(0)).map(({ name }) => name)).toEqual(['errors', 'http-5xx', 'failed-inference', 'slow', 'share']);
    expect(policies(production).find(({ name }) => name === 'slow')?.latency).toEqual({ threshold_ms: 2_000 });
  });
});

describe('the collectors', () => {
  it.each(clusters)('of $environment.name sample behind a headless Service that the first tier balances over', (one) => {
    expect(at(one, 'otel-sampler', 'service', 'clusterIP')).toBe('None');
    expect(at(one, 'otel-gateway', 'alternateConfig', 'exporters', 'load_balancing', 'resolver', 'dns', 'hostname')).toBe(`otel-sampler.${one.environment.namespaces.observability}.svc.cluster.local`);
    expect(at(one, 'otel-sampler', 'alternateConfig', 'service', 'pipelines', 'traces', 'processors')).toEqual(['memory_limiter', 'tail_sampling', 'batch']);
  });

  it.each([['loadBalancing', '0.152.0', 'loadbalancing'], ['loadBalancing', '0.153.0', 'load_balancing'], ['otlpExporter', '0.143.0', 'otlp'], ['spanMetrics', '0.150.0', 'spanmetrics'], ['spanMetrics', '0.158.0', 'span_metrics'], ['serviceGraph', '0.158.0', 'service_graph'], ['remoteWrite', '0.153.0', 'prometheusremotewrite'], ['remoteWrite', '0.154.0', 'prometheus_remote_write'], ['otlpExporter', '0.158.0', 'otlp_grpc']] as const)('%s is spelt for %s as %s', (component, version, name) => {
    expect(otelComponent(component, version)).toBe(name);
  });
});
