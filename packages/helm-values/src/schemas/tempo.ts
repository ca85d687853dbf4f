import { z } from 'zod';
import { autoscaling, enabled, hostPort, imageTag, limit, objectName, replicas, resources, secretVariables } from './fields.ts';
import { extraObjects } from './network-policy.ts';
import { tempo3ConfigSchema, tempoOverridesSchema, tempoS3 } from './tempo-config.ts';

const sized = z.strictObject({ replicas, resources });
const stateless = sized.extend({ autoscaling: autoscaling.optional() });

/** Values of the tempo-distributed chart that are set here. */
export const tempoSchema = z.strictObject({
  fullnameOverride: objectName,
  reportingEnabled: z.boolean(),
  multitenancyEnabled: z.boolean(),
  global: z.strictObject({ extraArgs: z.array(z.string()).readonly(), extraEnv: secretVariables }),
  tempo: z.strictObject({ image: z.strictObject({ tag: imageTag }), structuredConfig: tempo3ConfigSchema }),
  traces: z.strictObject({ otlp: z.strictObject({ grpc: enabled, http: enabled }) }),
  storage: z.strictObject({ trace: tempoS3 }),
  overrides: tempoOverridesSchema,
  ingest: z.strictObject({ kafka: z.strictObject({ address: hostPort, auto_create_topic_default_partitions: limit }) }).optional(),
  distributor: stateless,
  liveStore: sized,
  blockBuilder: sized.extend({ config: z.strictObject({ partitions_per_instance: limit }) }),
  querier: stateless,
  queryFrontend: sized,
  backendScheduler: z.strictObject({ resources }),
  backendWorker: z.strictObject({ resources }),
  memcached: enabled,
  extraObjects,
  cache: z.strictObject({ caches: z.array(z.never()).readonly() }).optional(),
});

/** What `charts/tempo.ts` may write. */
export type TempoValues = z.input<typeof tempoSchema>;
