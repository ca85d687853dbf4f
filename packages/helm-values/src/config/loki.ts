import { type Environment, seconds } from '@bud-o11y/model';
import { addressOfAlertmanager } from './alertmanager-address.ts';
import { isDirectory, loopbackPorts, portOf } from '../addresses.ts';
import type { Values } from '../chart.ts';

/**
 * The schema periods of document 4.1. Append only: a period whose `from` is past says how data already written is read.
 * tsdb with v13 is what structured metadata needs.
 */
export function lokiSchema(environment: Environment): Values {
  const objectStore = isDirectory(environment) ? 'filesystem' : 's3';
  return { configs: [{ from: '2024-01-01', store: 'tsdb', object_store: objectStore, schema: 'v13', index: { prefix: 'index_', period: '24h' } }] };
}

/** Loki: document 4.1 with what makes it start and what makes retention happen. For a cluster, what goes over the chart's own file. */
export function lokiConfig(environment: Environment): Values {
  const intent = {
    auth_enabled: environment.tenancy !== 'single',
    analytics: { reporting_enabled: false },
    ingester: { chunk_idle_period: '5m', chunk_retain_period: '30s' },
    limits_config: limits(environment),
    schema_config: lokiSchema(environment),
  };
  return { ...intent, ...(isDirectory(environment) ? directory(environment) : cluster(environment)) };
}

function limits(environment: Environment): Values {
  const { retention } = environment;
  return {
    retention_period: retention.logs,
    // Document 9.2, "shorter retention for verbose logs".
    retention_stream: [{ selector: '{level="debug"}', priority: 1, period: retention.debugLogs }],
    max_query_series: environment.limits.loki.maxQuerySeries,
    // A query over everything that is kept, and the hour that its end is rounded by.
    max_query_length: `${seconds(retention.logs) / 3_600 + 1}h`,
    allow_structured_metadata: true,
    // The index labels are the five of document 4.3: nothing may be added behind the shipper's back.
    discover_service_name: [],
    discover_log_levels: false,
  };
}

function cluster(environment: Environment): Values {
  return {
    common: { replication_factor: environment.replicationFactor },
    compactor: { working_directory: '/var/loki/compactor', retention_enabled: true, delete_request_store: 's3' },
    ruler: { enable_api: true, rule_path: '/var/loki/rules-temp', alertmanager_url: addressOfAlertmanager(environment, 'loki'), enable_alertmanager_v2: true, enable_alertmanager_discovery: true },
  };
}

function directory(environment: Environment): Values {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.loki), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.lokiGrpc },
    common: {
      instance_addr: '127.0.0.1',
      path_prefix: 'loki/data',
      replication_factor: environment.replicationFactor,
      ring: { kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: 'loki/data/chunks', rules_directory: 'loki/rules' } },
    },
    compactor: { working_directory: 'loki/data/compactor', retention_enabled: true, delete_request_store: 'filesystem' },
    ruler: { enable_api: true, rule_path: 'loki/data/rules-temp', wal: { dir: 'loki/data/ruler-wal' }, storage: { type: 'local', local: { directory: 'loki/rules' } }, alertmanager_url: addressOfAlertmanager(environment, 'loki'), enable_alertmanager_v2: true },
  };
}
