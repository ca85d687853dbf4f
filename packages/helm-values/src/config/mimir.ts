import type { Environment } from '@bud-o11y/model';
import { addressOfAlertmanager } from './alertmanager-address.ts';
import { isDirectory, loopbackPorts, portOf } from '../addresses.ts';
import { maxLabelsPerSeries } from '../scrape/limits.ts';
import { objectStoreVariables } from '../secrets.ts';
import type { Values } from '../chart.ts';

/**
 * Mimir in its classic architecture (no Kafka in front of the ingesters): document 3.1 with what it leaves out.
 * For a directory a whole file; for a cluster what goes over the chart's own file, nulls included.
 */
export function mimirConfig(environment: Environment): Values {
  const intent = { multitenancy_enabled: environment.tenancy !== 'single', usage_stats: { enabled: false }, limits: limits(environment) };
  return isDirectory(environment) ? { target: 'all', ...intent, ...directory(environment) } : { ...intent, ...cluster(environment) };
}

function limits(environment: Environment): Values {
  const { mimir } = environment.limits;
  return {
    max_global_series_per_user: mimir.maxGlobalSeriesPerUser,
    ingestion_rate: mimir.ingestionRate,
    ingestion_burst_size: mimir.ingestionBurstSize,
    // Absent, blocks are kept for ever.
    compactor_blocks_retention_period: environment.retention.metrics,
    max_label_names_per_series: maxLabelsPerSeries,
    max_global_exemplars_per_user: 100_000,
    ruler_max_rules_per_rule_group: mimir.rulesPerGroup,
    ruler_max_rule_groups_per_tenant: mimir.groupsPerTenant,
    // `cluster` is a cluster that the platform manages, so it must not tell two scraping Prometheus pairs apart.
    ...(environment.sizes.prometheus.replicas > 1 ? { accept_ha_samples: true, ha_cluster_label: 'k8s_cluster', ha_replica_label: '__replica__' } : {}),
  };
}

function cluster(environment: Environment): Values {
  const { objectStore } = environment;
  return {
    common: {
      storage: {
        backend: 's3',
        s3: {
          endpoint: objectStore.endpoint,
          region: objectStore.region,
          insecure: objectStore.insecure,
          bucket_name: objectStore.buckets.mimir,
          access_key_id: `\${${objectStoreVariables.id}}`,
          secret_access_key: `\${${objectStoreVariables.key}}`,
        },
      },
    },
    // One bucket, as the document has it: Mimir refuses to start unless each use has a prefix of its own.
    blocks_storage: { storage_prefix: 'blocks' },
    ruler_storage: { storage_prefix: 'ruler' },
    alertmanager_storage: { storage_prefix: 'alertmanager' },
    distributor: {
      remote_timeout: null,
      ...(environment.sizes.prometheus.replicas > 1 ? { ha_tracker: { enable_ha_tracker: true, kvstore: { store: 'memberlist' } } } : {}),
    },
    ingest_storage: { enabled: false, kafka: { address: null, topic: null, auto_create_topic_enabled: null, auto_create_topic_default_partitions: null } },
    ingester: {
      // The chart turns writes over gRPC off, since Kafka would bring them: left so, every write is refused.
      push_grpc_method_enabled: null,
      ring: { replication_factor: environment.replicationFactor },
    },
    store_gateway: { sharding_ring: { replication_factor: environment.replicationFactor } },
    ruler: { alertmanager_url: addressOfAlertmanager(environment, 'mimir') },
  };
}

/** Rings in memory and on loopback: one process has nobody to gossip with, and may have no eth0. */
const ring = { kvstore: { store: 'inmemory' }, instance_addr: '127.0.0.1' } as const;

function directory(environment: Environment): Values {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.mimir), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.mimirGrpc },
    activity_tracker: { filepath: 'mimir/data/activity.log' },
    blocks_storage: { backend: 'filesystem', filesystem: { dir: 'mimir/data/blocks' }, bucket_store: { sync_dir: 'mimir/data/tsdb-sync' }, tsdb: { dir: 'mimir/data/tsdb' } },
    compactor: { data_dir: 'mimir/data/compactor', sharding_ring: ring },
    distributor: { ring },
    ingester: { ring: { ...ring, replication_factor: environment.replicationFactor, min_ready_duration: '0s' } },
    store_gateway: { sharding_ring: { ...ring, replication_factor: environment.replicationFactor } },
    query_scheduler: { ring },
    ruler_storage: { backend: 'local', local: { directory: 'mimir/rules' } },
    ruler: { rule_path: 'mimir/data/ruler', alertmanager_url: addressOfAlertmanager(environment, 'mimir'), ring },
  };
}
