import { z } from 'zod';
import { bucket, cache, disruptionBudget, enabled, hostPort, imageTag, limit, objectName, quantity, replicas, resources, secretVariables, tenantId, variable } from './fields.ts';
import { extraObjects } from './network-policy.ts';
import { lokiConfigSchema, lokiSchemaConfig } from './loki-config.ts';

const off = z.strictObject({ replicas: z.literal(0) });

const storage = z.strictObject({
  type: z.literal('s3'),
  bucketNames: z.strictObject({ chunks: bucket, ruler: bucket }),
  s3: z.strictObject({ endpoint: hostPort, region: z.string().min(1), insecure: z.boolean(), s3ForcePathStyle: z.boolean(), accessKeyId: variable, secretAccessKey: variable }),
});

/** Values of the loki chart that are set here. The chart's own schema lets unknown keys pass. */
export const lokiValuesSchema = z.strictObject({
  fullnameOverride: objectName,
  deploymentMode: z.enum(['Monolithic', 'Distributed']),
  loki: z.strictObject({
    image: z.strictObject({ tag: imageTag }),
    auth_enabled: z.boolean(),
    commonConfig: z.strictObject({ replication_factor: limit }),
    schemaConfig: lokiSchemaConfig,
    storage,
    structuredConfig: lokiConfigSchema,
    /** Limits of single tenants, read again while Loki runs. */
    runtimeConfig: z.strictObject({ overrides: z.record(tenantId, lokiConfigSchema.shape.limits_config.partial()) }).optional(),
  }),
  singleBinary: z.strictObject({
    replicas,
    extraArgs: z.array(z.string()).readonly(),
    extraEnv: secretVariables,
    persistence: z.strictObject({ enabled: z.boolean(), size: quantity.optional(), whenDeleted: z.enum(['Retain', 'Delete']), whenScaled: z.enum(['Retain', 'Delete']) }),
    resources,
    podDisruptionBudget: disruptionBudget.optional(),
    topologySpreadConstraints: z.array(z.strictObject({ maxSkew: limit, topologyKey: z.string().min(1), whenUnsatisfiable: z.enum(['ScheduleAnyway', 'DoNotSchedule']), labelSelector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }) })).readonly().optional(),
  }),
  read: off,
  write: off,
  backend: off,
  gateway: z.strictObject({ replicas, resources, podDisruptionBudget: disruptionBudget.optional() }),
  sidecar: z.strictObject({ rules: enabled }),
  rbac: z.strictObject({ namespaced: z.boolean() }),
  lokiCanary: enabled,
  test: enabled,
  chunksCache: cache,
  resultsCache: cache,
  extraObjects,
});

/** What `charts/loki.ts` may write. */
export type LokiValues = z.input<typeof lokiValuesSchema>;
