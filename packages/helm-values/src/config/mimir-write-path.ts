import { type Environment, releases } from '@bud-o11y/model';
import type { MimirConfig } from '../schemas/mimir-config.ts';
import { addressOfAlertmanager } from './alertmanager-address.ts';

type WritePath = Required<Pick<MimirConfig, 'distributor' | 'ingest_storage' | 'ingester' | 'ruler'>>;

/** How samples reach the ingesters in a cluster, and what the ruler does about it; over the chart's own file. */
export function mimirWritePath(environment: Environment): WritePath {
  // Two Prometheus send the same samples: the distributor keeps those of one.
  const distributor = environment.sizes.prometheus.replicas > 1 ? { ha_tracker: { enable_ha_tracker: true, kvstore: { store: 'memberlist' } as const } } : {};
  const ruler = { alertmanager_url: addressOfAlertmanager(environment, 'mimir') };
  return environment.mimirWritePath === 'classic' || environment.kafka === undefined
    ? { ...classic(environment.replicationFactor, distributor), ruler }
    : { ...throughKafka(environment.kafka, distributor), ruler: { ...ruler, query_frontend: { address: queryFrontend(environment) } } };
}

/** The chart is made for Kafka. Each null takes away one of its keys, so that Mimir's own default holds. */
function classic(copies: number, distributor: object): Pick<WritePath, 'distributor' | 'ingest_storage' | 'ingester'> {
  return {
    distributor: { remote_timeout: null, ...distributor },
    ingest_storage: { enabled: false, kafka: { address: null, topic: null, auto_create_topic_enabled: null, auto_create_topic_default_partitions: null } },
    // The chart turns writes over gRPC off, since Kafka would bring them: left so, every write is refused.
    ingester: { push_grpc_method_enabled: null, ring: { replication_factor: copies } },
  };
}

/** Each ingester reads one partition, so that copies are Kafka's matter and the ring has no factor. */
function throughKafka({ address, partitions }: NonNullable<Environment['kafka']>, distributor: object): Pick<WritePath, 'distributor' | 'ingest_storage' | 'ingester'> {
  return {
    distributor,
    ingest_storage: { enabled: true, kafka: { address, topic: 'mimir-ingest', auto_create_topic_enabled: true, auto_create_topic_default_partitions: partitions } },
    ingester: { ring: {} },
  };
}

/** With Kafka in between, the ruler's own querier would not see what was just written: it asks the query path. */
function queryFrontend({ namespaces }: Environment): string {
  return `dns:///${releases.mimir}-query-frontend.${namespaces.observability}.svc:9095`;
}
