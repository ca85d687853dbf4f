import { type Environment, releases } from '@bud-o11y/model';
import type { Chart, Values } from '../chart.ts';
import { tempoConfig, tempoOverrides, tempoStorage } from '../config/tempo.ts';
import { chartPins } from '../pins.ts';
import { frontReplicas, resources } from '../resources.ts';
import { objectStoreEnv } from '../secrets.ts';

/** Tempo 3 as microservices over the platform's Kafka; one live store and one block builder per partition. */
export const tempo: Chart = {
  release: releases.tempo,
  pin: chartPins.tempo,
  layer: 'backends',
  values: (environment) => ({
    fullnameOverride: releases.tempo,
    reportingEnabled: false,
    multitenancyEnabled: environment.tenancy !== 'single',
    global: { extraArgs: ['-config.expand-env=true'], extraEnv: objectStoreEnv(environment) },
    tempo: { image: { tag: environment.components.tempo }, structuredConfig: tempoConfig(environment) },
    // Off by default: without these nothing is received.
    traces: { otlp: { grpc: { enabled: true }, http: { enabled: true } } },
    storage: { trace: tempoStorage(environment) },
    overrides: tempoOverrides(environment),
    ...(environment.kafka === undefined ? {} : { ingest: { kafka: { address: environment.kafka.address, auto_create_topic_default_partitions: environment.kafka.partitions } } }),
    ...components(environment),
    ...caches(environment),
  }),
};

function components({ sizes }: Environment): Values {
  const sized = (size: { readonly replicas: number; readonly cpu: string; readonly memory: string }): Values => ({ replicas: size.replicas, resources: resources(size) });
  return {
    distributor: sized(sizes.tempoDistributor),
    liveStore: sized(sizes.tempoLiveStore),
    blockBuilder: { ...sized(sizes.tempoBlockBuilder), config: { partitions_per_instance: 1 } },
    querier: sized(sizes.tempoQuerier),
    queryFrontend: { replicas: frontReplicas(sizes.tempoQuerier) },
  };
}

/** Without memcached the chart writes its `cache` value as it stands, and that names a memcached. */
function caches({ sizes }: Environment): Values {
  return sizes.tempoQuerier.replicas === 1 ? { memcached: { enabled: false }, cache: { caches: [] } } : { memcached: { enabled: true } };
}
