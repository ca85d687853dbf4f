import type { Environment } from '@bud-o11y/model';
import { addressOfAlertmanager } from './alertmanager-address.ts';
import { loopbackRing } from './loopback-ring.ts';
import { mimirWritePath } from './mimir-write-path.ts';
import { isDirectory, loopbackPorts, portOf } from '../addresses.ts';
import { maxLabelsPerSeries } from '../scrape/limits.ts';
import { objectStoreVariables } from '../secrets.ts';
import type { MimirConfig } from '../schemas/mimir-config.ts';

/**
 * Mimir 2.17 or 3: document 3.1 with what it leaves out; the keys that are set here are the same in both.
 * For a directory a whole file; for a cluster what goes over the chart's own file, nulls included.
 */
export function mimirConfig(environment: Environment): MimirConfig {
  const intent = { multitenancy_enabled: environment.tenancy !== 'single', usage_stats: { enabled: false }, limits: limits(environment) };
  return isDirectory(environment) ? { target: 'all', ...intent, ...directory(environment) } : { ...intent, ...cluster(environment) };
}

function limits(environment: Environment): MimirConfig['limits'] {
  const { mimir } = environment.limits;
  return {
    max_global_series_per_user: mimir.maxGlobalSeriesPerUser,
    ingestion_rate: mimir.ingestionRate,
    ingestion_burst_size: mimir.ingestionBurstSize,
    // Absent, blocks are kept for ever.
    compactor_blocks_retention_period: environment.retention.metrics,
    max_label_names_per_series: maxLabelsPerSeries,
    max_global_exemplars_per_user: 100_000,
    // Which metric grew is the first question when the series limit is near, and its runbook asks Mimir.
    cardinality_analysis_enabled: true,
    ruler_max_rules_per_rule_group: mimir.rulesPerGroup,
    ruler_max_rule_groups_per_tenant: mimir.groupsPerTenant,
    // `cluster` is a cluster that the platform manages, so it must not tell two scraping Prometheus pairs apart.
    ...(environment.sizes.prometheus.replicas > 1 ? { accept_ha_samples: true, ha_cluster_label: 'k8s_cluster', ha_replica_label: '__replica__' } : {}),
  };
}

type Placed = Omit<MimirConfig, 'multitenancy_enabled' | 'usage_stats' | 'limits' | 'target'>;

function cluster(environment: Environment): Placed {
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
    ...mimirWritePath(environment),
    store_gateway: { sharding_ring: { replication_factor: environment.replicationFactor } },
  };
}

function directory(environment: Environment): Placed {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.mimir), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.mimirGrpc },
    activity_tracker: { filepath: 'mimir/data/activity.log' },
    blocks_storage: { backend: 'filesystem', filesystem: { dir: 'mimir/data/blocks' }, bucket_store: { sync_dir: 'mimir/data/tsdb-sync' }, tsdb: { dir: 'mimir/data/tsdb' } },
    compactor: { data_dir: 'mimir/data/compactor', sharding_ring: loopbackRing },
    distributor: { ring: loopbackRing },
    ingester: { ring: { ...loopbackRing, replication_factor: environment.replicationFactor, min_ready_duration: '0s' } },
    store_gateway: { sharding_ring: { ...loopbackRing, replication_factor: environment.replicationFactor } },
    query_scheduler: { ring: loopbackRing },
    ruler_storage: { backend: 'local', local: { directory: 'mimir/rules' } },
    ruler: { rule_path: 'mimir/data/ruler', alertmanager_url: addressOfAlertmanager(environment, 'mimir'), ring: loopbackRing },
  };
}
