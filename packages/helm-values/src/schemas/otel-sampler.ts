import { z } from 'zod';
import { otelCollectorShape } from './otel-collector.ts';

/** Values of the second tier of the collectors. */
export const otelSamplerSchema = z.strictObject({
  ...otelCollectorShape,
  mode: z.literal('statefulset'),
  service: z.strictObject({ type: z.literal('ClusterIP'), clusterIP: z.literal('None') }),
});

/** What `charts/otel-sampler.ts` may write. */
export type OtelSamplerValues = z.input<typeof otelSamplerSchema>;
