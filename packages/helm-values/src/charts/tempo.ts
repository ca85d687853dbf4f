import { type Environment, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { tempo3Config, tempoOverrides, tempoStorage } from '../config/tempo.ts';
import { backendPolicies } from '../network-policies.ts';
import { chartPins } from '../pins.ts';
import { autoscaling, traitsOf } from '../profiles.ts';
import { frontReplicas, resources, unsized } from '../resources.ts';
import { keptLongEnough } from '../rules/kept-long-enough.ts';
import { ownBucket } from '../rules/own-storage.ts';
import { type TempoValues, tempoSchema } from '../schemas/tempo.ts';
import { objectStoreEnv } from '../secrets.ts';

/** Tempo 3 as microservices over the platform's Kafka; one live store and one block builder per partition. */
export const tempo: Chart<TempoValues> = {
  release: releases.tempo,
  pin: chartPins.tempo,
  layer: 'backends',
  schema: tempoSchema,
  rules: [keptLongEnough('tempo', 'tempo.structuredConfig.overrides.defaults.compaction.block_retention'), ownBucket('tempo', 'storage.trace.s3.bucket')],
  values: (environment) => ({
    fullnameOverride: releases.tempo,
    reportingEnabled: false,
    multitenancyEnabled: environment.tenancy !== 'single',
    global: { extraArgs: ['-config.expand-env=true'], extraEnv: objectStoreEnv(environment) },
    tempo: { image: { tag: environment.components.tempo }, structuredConfig: tempo3Config(environment) },
    // Off by default: without these nothing is received.
    traces: { otlp: { grpc: { enabled: true }, http: { enabled: true } } },
    storage: { trace: tempoStorage(environment) },
    overrides: tempoOverrides(environment),
    ...(environment.kafka === undefined ? {} : { ingest: { kafka: { address: environment.kafka.address, auto_create_topic_default_partitions: environment.kafka.partitions } } }),
    ...components(environment),
    ...caches(environment),
    // There is no gateway: queries go to the query frontend, spans to the distributor.
    ...backendPolicies(environment, { release: releases.tempo, name: 'tempo', front: ['query-frontend', 'distributor'] }),
  }),
};

function components(environment: Environment): Pick<TempoValues, 'distributor' | 'liveStore' | 'blockBuilder' | 'querier' | 'queryFrontend' | 'backendScheduler' | 'backendWorker'> {
  const { sizes } = environment;
  const sized = (size: { readonly replicas: number; readonly cpu: string; readonly memory: string }): TempoValues['distributor'] => ({ replicas: size.replicas, resources: resources(size) });
  return {
    distributor: { ...sized(sizes.tempoDistributor), ...autoscaling(environment, sizes.tempoDistributor.replicas) },
    liveStore: sized(sizes.tempoLiveStore),
    blockBuilder: { ...sized(sizes.tempoBlockBuilder), config: { partitions_per_instance: 1 } },
    querier: { ...sized(sizes.tempoQuerier), ...autoscaling(environment, sizes.tempoQuerier.replicas) },
    queryFrontend: { replicas: frontReplicas(sizes.tempoQuerier), resources: resources(unsized.queryFrontend) },
    backendScheduler: { resources: resources(unsized.backendScheduler) },
    backendWorker: { resources: resources(unsized.backendWorker) },
  };
}

/** Without memcached the chart writes its `cache` value as it stands, and that names a memcached. */
function caches(environment: Environment): Pick<TempoValues, 'memcached' | 'cache'> {
  return traitsOf(environment).caches ? { memcached: { enabled: true } } : { memcached: { enabled: false }, cache: { caches: [] } };
}
