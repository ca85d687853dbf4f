import { type Environment, releases } from '@bud-o11y/model';
import type { Chart, Values } from '../chart.ts';
import { lokiConfig, lokiSchema } from '../config/loki.ts';
import { chartPins } from '../pins.ts';
import { frontReplicas, resources } from '../resources.ts';
import { objectStoreEnv, objectStoreVariables } from '../secrets.ts';

/** Loki as one program in as many replicas as the environment says, with its ruler inside. */
export const loki: Chart = {
  release: releases.loki,
  pin: chartPins.loki,
  layer: 'backends',
  values: (environment) => ({
    fullnameOverride: releases.loki,
    deploymentMode: 'Monolithic',
    loki: {
      image: { tag: environment.components.loki },
      auth_enabled: environment.tenancy !== 'single',
      commonConfig: { replication_factor: environment.replicationFactor },
      // Here as well as in structuredConfig: the chart refuses to render without it.
      schemaConfig: lokiSchema(environment),
      storage: storage(environment),
      structuredConfig: lokiConfig(environment),
    },
    singleBinary: singleBinary(environment),
    // Their defaults are three replicas each, which the chart takes for a second, contradicting mode.
    read: { replicas: 0 },
    write: { replicas: 0 },
    backend: { replicas: 0 },
    gateway: { replicas: frontReplicas(environment.sizes.loki) },
    // Rules come through the ruler's API (decisions 8), not from ConfigMaps; a sidecar would need to read every one of them.
    sidecar: { rules: { enabled: false } },
    rbac: { namespaced: true },
    lokiCanary: { enabled: false },
    test: { enabled: false },
    ...caches(environment),
  }),
};

function storage({ objectStore }: Environment): Values {
  return {
    type: 's3',
    bucketNames: { chunks: objectStore.buckets.loki, ruler: objectStore.buckets.loki },
    s3: {
      endpoint: objectStore.endpoint,
      region: objectStore.region,
      insecure: objectStore.insecure,
      s3ForcePathStyle: true,
      accessKeyId: `\${${objectStoreVariables.id}}`,
      secretAccessKey: `\${${objectStoreVariables.key}}`,
    },
  };
}

function singleBinary(environment: Environment): Values {
  const size = environment.sizes.loki;
  return {
    replicas: size.replicas,
    extraArgs: ['-config.expand-env=true'],
    extraEnv: objectStoreEnv(environment),
    persistence: { enabled: true, size: size.storage, whenDeleted: 'Retain', whenScaled: 'Retain' },
    resources: resources(size),
  };
}

/** Caches only where there is more than one replica: the chart's chunk cache alone asks for 8 GiB. Sizes in MiB. */
function caches({ sizes }: Environment): Values {
  if (sizes.loki.replicas === 1) return { chunksCache: { enabled: false }, resultsCache: { enabled: false } };
  return { chunksCache: { enabled: true, allocatedMemory: 2_048 }, resultsCache: { enabled: true, allocatedMemory: 512 } };
}
