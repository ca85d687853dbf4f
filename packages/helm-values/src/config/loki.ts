import { type Environment, seconds } from '@bud-o11y/model';
import { addressOfAlertmanager } from './alertmanager-address.ts';
import { isDirectory, loopbackPorts, portOf } from '../addresses.ts';
import { majorOf, minorOf } from '../component-version.ts';
import type { LokiConfig } from '../schemas/loki-config.ts';

/**
 * The schema periods of document 4.1. Append only: a period whose `from` is past says how data already written is read.
 * tsdb with v13 is what structured metadata needs.
 */
export function lokiSchema(environment: Environment): LokiConfig['schema_config'] {
  const objectStore = isDirectory(environment) ? 'filesystem' : 's3';
  return { configs: [{ from: '2024-01-01', store: 'tsdb', object_store: objectStore, schema: 'v13', index: { prefix: 'index_', period: '24h' } }] };
}

/** Loki: document 4.1 with what makes it start and what makes retention happen. For a cluster, what goes over the chart's own file. */
export function lokiConfig(environment: Environment): LokiConfig {
  const intent = {
    auth_enabled: environment.tenancy !== 'single',
    analytics: { reporting_enabled: false },
    ingester: { chunk_idle_period: '5m', chunk_retain_period: '30s' },
    limits_config: limits(environment),
    schema_config: lokiSchema(environment),
  };
  return { ...intent, ...(isDirectory(environment) ? directory(environment) : cluster(environment)) };
}

function limits(environment: Environment): LokiConfig['limits_config'] {
  const { retention } = environment;
  return {
    retention_period: retention.logs,
    // Document 9.2, "shorter retention for verbose logs".
    retention_stream: [{ selector: '{level="debug"}', priority: 1, period: retention.debugLogs }],
    max_query_series: environment.limits.loki.maxQuerySeries,
    // A query over everything that is kept, and the hour that its end is rounded by.
    max_query_length: `${seconds(retention.logs) / 3_600 + 1}h`,
    allow_structured_metadata: true,
    // The index labels are the five of document 4.3: nothing may be added behind the shipper's back. Loki 2 adds nothing, and knows no such key.
    ...(majorOf(environment, 'loki') === 2 ? {} : { discover_service_name: [], discover_log_levels: false }),
  };
}

type Placed = Pick<LokiConfig, 'server' | 'common' | 'storage_config' | 'compactor' | 'ruler'>;

/** Retention happens only here, and each major names the store of its delete requests its own way. */
function compactor(environment: Environment, directory: string, store: 's3' | 'filesystem'): LokiConfig['compactor'] {
  const working = { working_directory: directory, retention_enabled: true };
  return majorOf(environment, 'loki') === 2 ? { ...working, shared_store: store } : { ...working, delete_request_store: store };
}

/** Whether Loki is 3.8 or later, whose new storage clients ask for a block of their own unless they are turned off; the chart does that itself. */
function hasNewClients(environment: Environment): boolean {
  return majorOf(environment, 'loki') === 3 && minorOf(environment, 'loki') >= 8;
}

/** Replicas that share the rules. Without it each evaluates all of them: as many times the queries, and the recorded samples written. */
function sharding({ sizes }: Environment): Pick<LokiConfig['ruler'], 'enable_sharding' | 'ring'> {
  return sizes.loki.replicas > 1 ? { enable_sharding: true, ring: { kvstore: { store: 'memberlist' } } } : {};
}

function cluster(environment: Environment): Placed {
  return {
    common: { replication_factor: environment.replicationFactor },
    compactor: compactor(environment, '/var/loki/compactor', 's3'),
    ruler: { enable_api: true, ...sharding(environment), rule_path: '/var/loki/rules-temp', alertmanager_url: addressOfAlertmanager(environment, 'loki'), enable_alertmanager_v2: true, enable_alertmanager_discovery: true },
  };
}

function directory(environment: Environment): Placed {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.loki), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.lokiGrpc },
    common: {
      instance_addr: '127.0.0.1',
      path_prefix: 'loki/data',
      replication_factor: environment.replicationFactor,
      ring: { kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: 'loki/data/chunks', rules_directory: 'loki/rules' } },
    },
    ...(hasNewClients(environment) ? { storage_config: { use_thanos_objstore: false } } : {}),
    compactor: compactor(environment, 'loki/data/compactor', 'filesystem'),
    ruler: { enable_api: true, rule_path: 'loki/data/rules-temp', wal: { dir: 'loki/data/ruler-wal' }, storage: { type: 'local', local: { directory: 'loki/rules' } }, alertmanager_url: addressOfAlertmanager(environment, 'loki'), enable_alertmanager_v2: true },
  };
}
