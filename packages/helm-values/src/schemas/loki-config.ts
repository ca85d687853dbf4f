import { z } from 'zod';
import { address, amount, duration, limit, port } from './fields.ts';

const ring = z.strictObject({ kvstore: z.strictObject({ store: z.enum(['memberlist', 'inmemory']) }) });

/** The index of the current period: written once, read for as long as anything of that period is kept. */
export const lokiPeriod = z.strictObject({
  from: z.iso.date('not the day from which a period holds, such as 2024-01-01'),
  store: z.literal('tsdb'),
  object_store: z.enum(['s3', 'filesystem']),
  schema: z.enum(['v12', 'v13']),
  index: z.strictObject({ prefix: z.string().min(1), period: z.literal('24h') }),
});

/** The periods, oldest first. */
export const lokiSchemaConfig = z.strictObject({ configs: z.array(lokiPeriod).min(1).readonly() });

const limits = z.strictObject({
  retention_period: duration,
  retention_stream: z.array(z.strictObject({ selector: z.string().min(1), priority: amount, period: duration })).readonly(),
  max_query_series: limit,
  max_query_length: duration,
  allow_structured_metadata: z.boolean(),
  discover_service_name: z.array(z.string()).readonly().optional(),
  discover_log_levels: z.boolean().optional(),
});

/** The keys of Loki's configuration that are set here, in a cluster and on a directory. Loki refuses to start over others. */
export const lokiConfigSchema = z.strictObject({
  auth_enabled: z.boolean(),
  analytics: z.strictObject({ reporting_enabled: z.boolean() }),
  ingester: z.strictObject({ chunk_idle_period: duration, chunk_retain_period: duration }),
  limits_config: limits,
  schema_config: lokiSchemaConfig,
  server: z.strictObject({ http_listen_address: z.string(), http_listen_port: port, grpc_listen_address: z.string(), grpc_listen_port: port }).optional(),
  common: z.strictObject({
    instance_addr: z.string().optional(),
    path_prefix: z.string().optional(),
    replication_factor: limit,
    ring: ring.optional(),
    storage: z.strictObject({ filesystem: z.strictObject({ chunks_directory: z.string(), rules_directory: z.string() }) }).optional(),
  }),
  storage_config: z.strictObject({ use_thanos_objstore: z.boolean() }).optional(),
  compactor: z.strictObject({
    working_directory: z.string().min(1),
    retention_enabled: z.boolean(),
    /** Loki 3 refuses to delete without it. */
    delete_request_store: z.enum(['s3', 'filesystem']).optional(),
    /** The same in Loki 2, which takes the other for itself. */
    shared_store: z.enum(['s3', 'filesystem']).optional(),
  }),
  ruler: z.strictObject({
    enable_api: z.boolean(),
    /** Whether each rule is evaluated by one replica, found over the ring, and not by all. */
    enable_sharding: z.boolean().optional(),
    ring: ring.optional(),
    rule_path: z.string().min(1),
    alertmanager_url: address,
    enable_alertmanager_v2: z.boolean(),
    enable_alertmanager_discovery: z.boolean().optional(),
    wal: z.strictObject({ dir: z.string() }).optional(),
    storage: z.strictObject({ type: z.literal('local'), local: z.strictObject({ directory: z.string() }) }).optional(),
  }),
});

/** Loki's configuration as `config/loki.ts` may write it. */
export type LokiConfig = z.input<typeof lokiConfigSchema>;
