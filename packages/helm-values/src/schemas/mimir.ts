import { z } from 'zod';
import { cache, enabled, imageTag, objectName, quantity, replicas, resources, secretVariables, tenantId } from './fields.ts';
import { extraObjects } from './network-policy.ts';
import { mimirConfigSchema, mimirLimits } from './mimir-config.ts';

const stateless = z.strictObject({ replicas, resources });
const front = z.strictObject({ replicas });
const stateful = stateless.extend({ persistentVolume: z.strictObject({ size: quantity.optional() }) });
const zoned = stateful.extend({ zoneAwareReplication: enabled, topologySpreadConstraints: z.strictObject({ topologyKey: z.string().min(1) }).optional() });

/** Values of the mimir-distributed chart that are set here. */
export const mimirSchema = z.strictObject({
  fullnameOverride: objectName,
  image: z.strictObject({ tag: imageTag }),
  global: z.strictObject({ extraEnv: secretVariables }),
  mimir: z.strictObject({ structuredConfig: mimirConfigSchema }),
  /** Limits of single tenants, read again while Mimir runs. */
  runtimeConfig: z.strictObject({ overrides: z.record(tenantId, mimirLimits.partial()) }).optional(),
  kafka: enabled,
  minio: enabled,
  alertmanager: enabled,
  rollout_operator: enabled,
  overrides_exporter: enabled,
  distributor: stateless,
  ingester: zoned,
  store_gateway: zoned,
  compactor: stateful,
  querier: stateless,
  query_frontend: front,
  query_scheduler: front,
  gateway: stateless,
  ruler: stateless,
  'chunks-cache': cache,
  'index-cache': cache,
  'metadata-cache': cache,
  'results-cache': cache,
  extraObjects,
});

/** What `charts/mimir.ts` may write. */
export type MimirValues = z.input<typeof mimirSchema>;
