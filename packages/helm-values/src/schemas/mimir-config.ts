import { z } from 'zod';
import { address, amount, bucket, duration, hostPort, limit, port, storagePrefix, variable } from './fields.ts';

const kvstore = z.strictObject({ store: z.enum(['memberlist', 'inmemory', 'consul', 'etcd']) });
const ring = z.strictObject({ kvstore, instance_addr: z.string() }).partial();
const replicatedRing = ring.extend({ replication_factor: limit.optional(), min_ready_duration: duration.optional() });

const s3 = z.strictObject({
  endpoint: hostPort,
  region: z.string().min(1),
  insecure: z.boolean(),
  bucket_name: bucket,
  access_key_id: variable,
  secret_access_key: variable,
});

/** Limits of one tenant, as Mimir's `limits` block and each entry of its runtime overrides have them. */
export const mimirLimits = z.strictObject({
  max_global_series_per_user: amount,
  ingestion_rate: limit,
  ingestion_burst_size: limit,
  compactor_blocks_retention_period: duration,
  max_label_names_per_series: limit,
  max_global_exemplars_per_user: amount,
  cardinality_analysis_enabled: z.boolean(),
  ruler_max_rules_per_rule_group: amount,
  ruler_max_rule_groups_per_tenant: amount,
  accept_ha_samples: z.boolean().optional(),
  ha_cluster_label: z.string().optional(),
  ha_replica_label: z.string().optional(),
});

const prefixed = z.strictObject({ storage_prefix: storagePrefix, s3: z.strictObject({ bucket_name: bucket }).partial().optional() });

/** Null takes the key out of what the chart writes, so that Mimir's own default holds: the classic architecture needs some of them gone. */
const ingestStorage = z.strictObject({
  enabled: z.boolean(),
  kafka: z.strictObject({
    address: hostPort.nullable(),
    topic: z.string().min(1).nullable(),
    auto_create_topic_enabled: z.boolean().nullable(),
    auto_create_topic_default_partitions: limit.nullable(),
  }),
});

/**
 * The keys of Mimir's configuration that are set here, in a cluster and on a directory; the same in Mimir 2.17 and 3.
 * Mimir refuses to start over a key that it does not know.
 */
export const mimirConfigSchema = z.strictObject({
  target: z.literal('all').optional(),
  multitenancy_enabled: z.boolean(),
  usage_stats: z.strictObject({ enabled: z.boolean() }),
  limits: mimirLimits,
  server: z.strictObject({ http_listen_address: z.string(), http_listen_port: port, grpc_listen_address: z.string(), grpc_listen_port: port }).optional(),
  activity_tracker: z.strictObject({ filepath: z.string().min(1) }).optional(),
  common: z.strictObject({ storage: z.strictObject({ backend: z.literal('s3'), s3 }) }).optional(),
  blocks_storage: z.union([
    prefixed,
    z.strictObject({ backend: z.literal('filesystem'), filesystem: z.strictObject({ dir: z.string() }), bucket_store: z.strictObject({ sync_dir: z.string() }), tsdb: z.strictObject({ dir: z.string() }) }),
  ]),
  ruler_storage: z.union([prefixed, z.strictObject({ backend: z.literal('local'), local: z.strictObject({ directory: z.string() }) })]),
  alertmanager_storage: prefixed.optional(),
  compactor: z.strictObject({ data_dir: z.string(), sharding_ring: ring }).optional(),
  distributor: z.strictObject({ ring, remote_timeout: duration.nullable(), ha_tracker: z.strictObject({ enable_ha_tracker: z.boolean(), kvstore }) }).partial().optional(),
  ingest_storage: ingestStorage.optional(),
  ingester: z.strictObject({ push_grpc_method_enabled: z.boolean().nullable().optional(), ring: replicatedRing }),
  store_gateway: z.strictObject({ sharding_ring: replicatedRing }),
  query_scheduler: z.strictObject({ ring }).optional(),
  ruler: z.strictObject({ alertmanager_url: address, rule_path: z.string().optional(), ring: ring.optional(), query_frontend: z.strictObject({ address: z.string().startsWith('dns:///') }).optional() }),
});

/** Mimir's configuration as `config/mimir.ts` may write it. */
export type MimirConfig = z.input<typeof mimirConfigSchema>;
