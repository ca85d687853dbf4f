import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { otelSamplerConfig } from '../config/otel-sampler.ts';
import { chartPins } from '../pins.ts';
import { otelValues } from './otel-collector.ts';

/** Second tier of the collectors. Stable pods behind a headless Service: the first tier pins each trace to one of them. */
export const otelSampler: Chart = {
  release: releases.otelSampler,
  pin: chartPins.otelCollector,
  layer: 'collectors',
  values: (environment) => ({
    mode: 'statefulset',
    ...otelValues(environment, releases.otelSampler, environment.sizes.otelSampler, otelSamplerConfig(environment)),
    service: { type: 'ClusterIP', clusterIP: 'None' },
  }),
};
