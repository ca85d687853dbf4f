import { describe, expect, it } from '@jest/globals';
import { environmentNamed, metrics } from '@bud-o11y/model';
import { type Rendered, at, rendered } from '../testing/rendered.ts';
import { inferenceMetrics } from './otel-inference.ts';

/** Where a collector's configuration stands, by what it does. */
const collector = ({ environment }: Rendered, tier: 'otel-gateway' | 'otel-sampler'): readonly [artifact: string, ...path: string[]] =>
  environment.target.kind === 'kubernetes' ? [tier, 'alternateConfig'] : ['otelcol'];

describe('metrics from spans', () => {
  it.each(rendered)('of $environment.name are counted before anything is sampled away, and go to Mimir', (one) => {
    for (const [tier, pipeline] of [['otel-gateway', 'inference'], ['otel-sampler', 'graph']] as const) {
      const [artifact, ...path] = collector(one, tier);
      const [spans, series] = ['traces', 'metrics'].map((signal) => at(one, artifact, ...path, 'service', 'pipelines', `${signal}/${pipeline}`) as Readonly<Record<string, readonly string[]>>);
      expect(spans?.['processors']).not.toContain('tail_sampling');
      expect(series?.['receivers']).toEqual(spans?.['exporters']);
      expect(at(one, artifact, ...path, 'exporters', String(series?.['exporters']?.[0]), 'endpoint')).toBe(`${one.environment.urls.mimir}/api/v1/push`);
    }
  });

  it.each(rendered)('of $environment.name have the buckets of the catalog, and an end to their number', (one) => {
    const [artifact, ...path] = collector(one, 'otel-gateway');
    const inference = at(one, artifact, ...path, 'connectors', 'span_metrics/inference') as { readonly histogram: { readonly explicit: { readonly buckets: readonly string[] } }; readonly aggregation_cardinality_limit: number };
    expect(inference.histogram.explicit.buckets.map((bound) => Number.parseInt(bound, 10) / 1_000)).toEqual(metrics.inferenceLatency.spec.buckets);
    expect(inference.aggregation_cardinality_limit).toBeGreaterThan(metrics.inferenceRequests.labels.endpoint.cardinality);
  });

  it.each([['0.145.0', 'traces'], ['0.146.0', 'trace_conditions']])('in collector %s drop other spans by the key %s', (otelCollector, key) => {
    const production = environmentNamed('production');
    const part = inferenceMetrics({ ...production, components: { ...production.components, otelCollector } }, 'here');
    expect(Object.keys(part.processors?.['filter/inference'] ?? {})).toEqual(['error_mode', key]);
  });
});
