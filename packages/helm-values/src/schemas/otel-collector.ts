import { z } from 'zod';
import type { Values } from '../chart.ts';
import { imageTag, objectName, replicas, resources } from './fields.ts';
import { otelConfigSchema } from './otel-config.ts';

/** Values of the opentelemetry-collector chart that both tiers set. */
export const otelCollectorShape = {
  fullnameOverride: objectName,
  nameOverride: objectName,
  image: z.strictObject({ repository: z.literal('otel/opentelemetry-collector-contrib'), tag: imageTag }),
  command: z.strictObject({ name: z.literal('otelcol-contrib') }),
  replicaCount: replicas,
  resources,
  /** Put together from parts, whose types are wider than what is accepted. */
  alternateConfig: otelConfigSchema as z.ZodType<unknown, Values>,
  ports: z.record(z.string(), z.strictObject({ enabled: z.boolean() })),
  podDisruptionBudget: z.strictObject({ enabled: z.boolean(), maxUnavailable: z.int().min(1) }).optional(),
};

/** What both tiers write. */
export type OtelCollectorValues = z.input<z.ZodObject<typeof otelCollectorShape>>;
