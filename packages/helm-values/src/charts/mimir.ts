import { type Environment, releases } from '@bud-o11y/model';
import type { Chart, Values } from '../chart.ts';
import { mimirConfig } from '../config/mimir.ts';
import { chartPins } from '../pins.ts';
import { frontReplicas, resources } from '../resources.ts';
import { objectStoreEnv } from '../secrets.ts';

/** Mimir as microservices, classic architecture, single tenant. Its own Alertmanager stays off (decisions 6). */
export const mimir: Chart = {
  release: releases.mimir,
  pin: chartPins.mimir,
  layer: 'backends',
  values: (environment) => ({
    fullnameOverride: releases.mimir,
    image: { tag: environment.components.mimir },
    global: { extraEnv: objectStoreEnv(environment) },
    mimir: { structuredConfig: mimirConfig(environment) },
    kafka: { enabled: false },
    minio: { enabled: false },
    alertmanager: { enabled: false },
    // Zone-aware replication needs the rollout operator, whose webhooks are cluster-scoped and block the StatefulSets when it is down.
    rollout_operator: { enabled: false },
    overrides_exporter: { enabled: false },
    ...components(environment),
  }),
};

const zonesOff = { zoneAwareReplication: { enabled: false } } as const;

function components({ sizes }: Environment): Values {
  const stateful = (size: { readonly replicas: number; readonly storage?: string | undefined; readonly cpu: string; readonly memory: string }): Values => ({ replicas: size.replicas, persistentVolume: { size: size.storage }, resources: resources(size) });
  const front = { replicas: frontReplicas(sizes.mimirQuerier) };
  return {
    distributor: { replicas: sizes.mimirDistributor.replicas, resources: resources(sizes.mimirDistributor) },
    ingester: { ...stateful(sizes.mimirIngester), ...zonesOff },
    store_gateway: { ...stateful(sizes.mimirStoreGateway), ...zonesOff },
    compactor: stateful(sizes.mimirCompactor),
    querier: { replicas: sizes.mimirQuerier.replicas, resources: resources(sizes.mimirQuerier) },
    query_frontend: front,
    query_scheduler: front,
    gateway: front,
    ruler: { replicas: sizes.mimirRuler.replicas, resources: resources(sizes.mimirRuler) },
  };
}
