import type { Environment } from '@bud-o11y/model';
import { isDirectory, loopbackPorts, portOf, tempoOtlp } from '../addresses.ts';
import { objectStoreVariables } from '../secrets.ts';
import { goDuration } from '../units.ts';
import type { Values } from '../chart.ts';

/** Blocks below 10 MiB swamp compaction and search; the document's 1,000,000 bytes is taken for a slip of three digits. */
const maxBlockBytes = 100 * 1_024 * 1_024;

/** Tempo 3: document 5.1, whose `ingester` block and flat overrides this version refuses. For a cluster, what goes over the chart's own file. */
export function tempoConfig(environment: Environment): Values {
  const retention = goDuration(environment.retention.traces);
  const intent = {
    multitenancy_enabled: environment.tenancy !== 'single',
    usage_report: { reporting_enabled: false },
    overrides: tempoOverrides(environment),
    query_frontend: { search: { max_duration: retention } },
  };
  return { ...intent, ...(isDirectory(environment) ? directory(environment, retention) : cluster(environment, retention)) };
}

/** `overrides.defaults`: an entry per tenant would have to repeat all of it, since entries do not merge. */
export function tempoOverrides(environment: Environment): Values {
  return {
    defaults: {
      ingestion: { rate_strategy: 'global', rate_limit_bytes: 30_000_000, burst_size_bytes: 40_000_000, max_traces_per_user: environment.limits.tempo.maxTracesPerUser },
      global: { max_bytes_per_trace: 20_000_000 },
      compaction: { block_retention: goDuration(environment.retention.traces) },
    },
  };
}

/** Document 5.1's trace settings under their names in Tempo 3. Idle must not exceed live, or Tempo stops at start. */
const liveStore = { max_trace_idle: '30s', max_trace_live: '2m', max_block_duration: '5m', max_block_bytes: maxBlockBytes } as const;

function cluster(environment: Environment, retention: string): Values {
  return {
    live_store: liveStore,
    block_builder: { block: { max_block_bytes: maxBlockBytes } },
    backend_scheduler: { provider: { compaction: { compaction: { block_retention: retention } } } },
    backend_worker: { compaction: { block_retention: retention } },
    storage: { trace: tempoStorage(environment) },
  };
}

/** Where blocks are. The chart asks for it under the same keys outside the configuration too. */
export function tempoStorage(environment: Environment): Values {
  const { objectStore } = environment;
  return {
    backend: 's3',
    s3: {
      bucket: objectStore.buckets.tempo,
      endpoint: objectStore.endpoint,
      region: objectStore.region,
      insecure: objectStore.insecure,
      forcepathstyle: true,
      access_key: `\${${objectStoreVariables.id}}`,
      secret_key: `\${${objectStoreVariables.key}}`,
    },
  };
}

/** Rings in memory and on loopback: one process has nobody to gossip with. */
const ring = { kvstore: { store: 'inmemory' }, instance_addr: '127.0.0.1' } as const;

function directory(environment: Environment, retention: string): Values {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.tempo), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.tempoGrpc },
    distributor: { ring, receivers: { otlp: { protocols: { grpc: { endpoint: tempoOtlp(environment) } } } } },
    live_store: { ...liveStore, ring, partition_ring: { kvstore: ring.kvstore }, wal: { path: 'tempo/data/live-store' }, shutdown_marker_dir: 'tempo/data/shutdown-marker' },
    backend_scheduler: { local_work_path: 'tempo/data/work', provider: { compaction: { compaction: { block_retention: retention } } } },
    backend_worker: { backend_scheduler_addr: `127.0.0.1:${loopbackPorts.tempoGrpc}`, compaction: { block_retention: retention } },
    storage: { trace: { backend: 'local', local: { path: 'tempo/data/blocks' }, wal: { path: 'tempo/data/wal' } } },
  };
}
