import { z } from 'zod';
import { amount, bucket, goDuration, hostPort, limit, port, variable } from './fields.ts';

const kvstore = z.strictObject({ store: z.enum(['memberlist', 'inmemory']) });
const ring = z.strictObject({ kvstore, instance_addr: z.string() });
const retention = z.strictObject({ block_retention: goDuration });

/** Where blocks are in a cluster. */
export const tempoS3 = z.strictObject({
  backend: z.literal('s3'),
  s3: z.strictObject({ bucket, endpoint: hostPort, region: z.string().min(1), insecure: z.boolean(), forcepathstyle: z.boolean(), access_key: variable, secret_key: variable }),
});

const onDisk = z.strictObject({ backend: z.literal('local'), local: z.strictObject({ path: z.string() }), wal: z.strictObject({ path: z.string() }) });

/** Overrides by scope: the flat form of Tempo 2 makes Tempo 3 stop at start, this one both accept. */
export const tempoOverridesSchema = z.strictObject({
  defaults: z.strictObject({
    ingestion: z.strictObject({ rate_strategy: z.enum(['global', 'local']), rate_limit_bytes: limit, burst_size_bytes: limit, max_traces_per_user: amount }),
    global: z.strictObject({ max_bytes_per_trace: amount }),
    compaction: retention,
  }),
});

const common = {
  multitenancy_enabled: z.boolean(),
  usage_report: z.strictObject({ reporting_enabled: z.boolean() }),
  overrides: tempoOverridesSchema,
  query_frontend: z.strictObject({ search: z.strictObject({ max_duration: goDuration }) }),
  server: z.strictObject({ http_listen_address: z.string(), http_listen_port: port, grpc_listen_address: z.string(), grpc_listen_port: port }).optional(),
  distributor: z.strictObject({ ring, receivers: z.strictObject({ otlp: z.strictObject({ protocols: z.strictObject({ grpc: z.strictObject({ endpoint: hostPort }) }) }) }) }).optional(),
  storage: z.strictObject({ trace: z.union([tempoS3, onDisk]) }),
};

/** The keys of Tempo 3 that are set here; it refuses those of Tempo 2's ingester and compactor. */
export const tempo3ConfigSchema = z.strictObject({
  ...common,
  live_store: z.strictObject({
    max_trace_idle: goDuration,
    max_trace_live: goDuration,
    max_block_duration: goDuration,
    max_block_bytes: limit,
    ring: ring.optional(),
    partition_ring: z.strictObject({ kvstore }).optional(),
    wal: z.strictObject({ path: z.string() }).optional(),
    shutdown_marker_dir: z.string().optional(),
  }),
  block_builder: z.strictObject({ block: z.strictObject({ max_block_bytes: limit }) }).optional(),
  backend_scheduler: z.strictObject({ local_work_path: z.string().optional(), provider: z.strictObject({ compaction: z.strictObject({ compaction: retention }) }) }),
  backend_worker: z.strictObject({ backend_scheduler_addr: hostPort.optional(), compaction: retention }),
});

/** The keys of Tempo 2.10 that are set here. */
export const tempo2ConfigSchema = z.strictObject({
  ...common,
  ingester: z.strictObject({ trace_idle_period: goDuration, max_block_duration: goDuration, max_block_bytes: limit, lifecycler: z.strictObject({ address: z.string(), ring: z.strictObject({ kvstore, replication_factor: limit }) }).optional() }),
  compactor: z.strictObject({ compaction: retention, ring: ring.optional() }),
});

/** What both versions take. */
export type TempoCommon = z.input<z.ZodObject<typeof common>>;
export type Tempo2Config = z.input<typeof tempo2ConfigSchema>;
export type Tempo3Config = z.input<typeof tempo3ConfigSchema>;
export type TempoOverrides = z.input<typeof tempoOverridesSchema>;
export type TempoS3 = z.input<typeof tempoS3>;
