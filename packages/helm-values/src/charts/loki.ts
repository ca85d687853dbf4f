import { type Environment, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { lokiConfig, lokiSchema } from '../config/loki.ts';
import { backendPolicies } from '../network-policies.ts';
import { chartPins } from '../pins.ts';
import { traitsOf, zoneLabel } from '../profiles.ts';
import { drainable, frontReplicas, resources, unsized } from '../resources.ts';
import { enoughReplicas } from '../rules/enough-replicas.ts';
import { lokiRules } from '../rules/loki.ts';
import { ownBucket } from '../rules/own-storage.ts';
import { type LokiValues, lokiValuesSchema } from '../schemas/loki.ts';
import { objectStoreEnv, objectStoreVariables } from '../secrets.ts';

/** Loki as one program in as many replicas as the environment says, with its ruler inside. */
export const loki: Chart<LokiValues> = {
  release: releases.loki,
  pin: chartPins.loki,
  layer: 'backends',
  schema: lokiValuesSchema,
  rules: [
    enoughReplicas('loki.structuredConfig.common.replication_factor', 'singleBinary.replicas'),
    ...lokiRules('loki.structuredConfig'),
    ownBucket('loki', 'loki.storage.bucketNames.chunks'),
  ],
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
    gateway: gateway(environment),
    // Rules come through the ruler's API (decisions 8), not from ConfigMaps; a sidecar would need to read every one of them.
    sidecar: { rules: { enabled: false } },
    rbac: { namespaced: true },
    lokiCanary: { enabled: false },
    test: { enabled: false },
    ...caches(environment),
    ...backendPolicies(environment, { release: releases.loki, name: 'loki', front: ['gateway'] }),
  }),
};

function storage({ objectStore }: Environment): LokiValues['loki']['storage'] {
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

/** Labels of the pods that keep logs. */
const pods = { 'app.kubernetes.io/name': 'loki', 'app.kubernetes.io/instance': releases.loki, 'app.kubernetes.io/component': 'single-binary' } as const;

function singleBinary(environment: Environment): LokiValues['singleBinary'] {
  const size = environment.sizes.loki;
  return {
    replicas: size.replicas,
    extraArgs: ['-config.expand-env=true'],
    extraEnv: objectStoreEnv(environment),
    persistence: { enabled: true, size: size.storage, whenDeleted: 'Retain', whenScaled: 'Retain' },
    resources: resources(size),
    ...drainable(size.replicas),
    ...(traitsOf(environment).zones ? { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zoneLabel, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: pods } }] } : {}),
  };
}

function gateway({ sizes }: Environment): LokiValues['gateway'] {
  const replicas = frontReplicas(sizes.loki);
  return { replicas, resources: resources(unsized.gateway), ...drainable(replicas) };
}

/** Sizes in MiB; the chart's chunk cache alone asks for 8 GiB. */
function caches(environment: Environment): Pick<LokiValues, 'chunksCache' | 'resultsCache'> {
  if (!traitsOf(environment).caches) return { chunksCache: { enabled: false }, resultsCache: { enabled: false } };
  return { chunksCache: { enabled: true, allocatedMemory: 2_048 }, resultsCache: { enabled: true, allocatedMemory: 512 } };
}
