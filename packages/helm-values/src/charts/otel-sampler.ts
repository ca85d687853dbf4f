import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { otelSamplerConfig } from '../config/otel-sampler.ts';
import { chartPins } from '../pins.ts';
import { sampledShare } from '../rules/sampled-share.ts';
import { otelValues } from './otel-collector.ts';
import { type OtelSamplerValues, otelSamplerSchema } from '../schemas/otel-sampler.ts';

/** Second tier of the collectors. Stable pods behind a headless Service: the first tier pins each trace to one of them. */
export const otelSampler: Chart<OtelSamplerValues> = {
  release: releases.otelSampler,
  pin: chartPins.otelCollector,
  layer: 'collectors',
  schema: otelSamplerSchema,
  rules: [sampledShare('alternateConfig')],
  values: (environment) => ({
    mode: 'statefulset',
    ...otelValues(environment, releases.otelSampler, environment.sizes.otelSampler, otelSamplerConfig(environment)),
    service: { type: 'ClusterIP', clusterIP: 'None' },
  }),
};
