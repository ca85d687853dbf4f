import { type Environment, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { mimirConfig } from '../config/mimir.ts';
import { backendPolicies } from '../network-policies.ts';
import { chartPins } from '../pins.ts';
import { traitsOf, zoneLabel } from '../profiles.ts';
import { frontReplicas, resources, unsized } from '../resources.ts';
import { enoughReplicas } from '../rules/enough-replicas.ts';
import { keptLongEnough } from '../rules/kept-long-enough.ts';
import { ownBucket, ownStorage } from '../rules/own-storage.ts';
import { type MimirValues, mimirSchema } from '../schemas/mimir.ts';
import { objectStoreEnv } from '../secrets.ts';

/** Mimir as microservices, classic architecture, single tenant. Its own Alertmanager stays off (decisions 6). */
export const mimir: Chart<MimirValues> = {
  release: releases.mimir,
  pin: chartPins.mimir,
  layer: 'backends',
  schema: mimirSchema,
  rules: [
    enoughReplicas('mimir.structuredConfig.ingester.ring.replication_factor', 'ingester.replicas'),
    enoughReplicas('mimir.structuredConfig.store_gateway.sharding_ring.replication_factor', 'store_gateway.replicas'),
    keptLongEnough('mimir', 'mimir.structuredConfig.limits.compactor_blocks_retention_period'),
    ownStorage('mimir.structuredConfig'),
    ownBucket('mimir', 'mimir.structuredConfig.common.storage.s3.bucket_name'),
  ],
  values: (environment) => ({
    fullnameOverride: releases.mimir,
    image: { tag: environment.components.mimir },
    global: { extraEnv: objectStoreEnv(environment) },
    mimir: { structuredConfig: mimirConfig(environment) },
    kafka: { enabled: false },
    minio: { enabled: false },
    alertmanager: { enabled: false },
    // Zone-aware replication needs it, and its webhooks are cluster-scoped and stop every rollout while it is down. Replicas are
    // spread over zones instead, which is as good for as many of them as there are copies: each has everything.
    rollout_operator: { enabled: false },
    overrides_exporter: { enabled: false },
    ...components(environment),
    ...caches(environment),
    ...backendPolicies(environment, { release: releases.mimir, name: 'mimir', front: ['gateway'] }),
  }),
};

/** Sizes in MiB; the chart's own are for clusters of another size. Off where nobody queries all day. */
function caches(environment: Environment): Pick<MimirValues, 'chunks-cache' | 'index-cache' | 'metadata-cache' | 'results-cache'> {
  const cache = (allocatedMemory: number): MimirValues['chunks-cache'] => (traitsOf(environment).caches ? { enabled: true, allocatedMemory } : { enabled: false });
  return { 'chunks-cache': cache(1_024), 'index-cache': cache(1_024), 'metadata-cache': cache(256), 'results-cache': cache(512) };
}

function components(environment: Environment): Pick<MimirValues, 'distributor' | 'ingester' | 'store_gateway' | 'compactor' | 'querier' | 'query_frontend' | 'query_scheduler' | 'gateway' | 'ruler'> {
  const { sizes } = environment;
  const zoned = { zoneAwareReplication: { enabled: false }, ...(traitsOf(environment).zones ? { topologySpreadConstraints: { topologyKey: zoneLabel } } : {}) };
  const stateful = (size: { readonly replicas: number; readonly storage?: string | undefined; readonly cpu: string; readonly memory: string }): MimirValues['compactor'] => ({ replicas: size.replicas, persistentVolume: { size: size.storage }, resources: resources(size) });
  const front = { replicas: frontReplicas(sizes.mimirQuerier) };
  return {
    distributor: { replicas: sizes.mimirDistributor.replicas, resources: resources(sizes.mimirDistributor) },
    ingester: { ...stateful(sizes.mimirIngester), ...zoned },
    store_gateway: { ...stateful(sizes.mimirStoreGateway), ...zoned },
    compactor: stateful(sizes.mimirCompactor),
    querier: { replicas: sizes.mimirQuerier.replicas, resources: resources(sizes.mimirQuerier) },
    query_frontend: front,
    query_scheduler: front,
    gateway: { ...front, resources: resources(unsized.gateway) },
    ruler: { replicas: sizes.mimirRuler.replicas, resources: resources(sizes.mimirRuler) },
  };
}
