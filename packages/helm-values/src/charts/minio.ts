import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type MinioValues, minioSchema } from '../schemas/minio.ts';

/** The object store of an environment that brings its own. The project is no longer maintained (decisions 15): for development only. */
export const minio: Chart<MinioValues> = {
  release: releases.objectStore,
  pin: chartPins.minio,
  layer: 'storage',
  schema: minioSchema,
  appliesTo: (environment) => environment.objectStore.chart,
  values: ({ objectStore }) => ({
    fullnameOverride: releases.objectStore,
    mode: 'standalone',
    replicas: 1,
    existingSecret: objectStore.credentialsSecret,
    // The chart's own list has a user with a published password.
    users: [],
    buckets: Object.values(objectStore.buckets).map((name) => ({ name, policy: 'none', purge: false })),
    persistence: { enabled: true, size: objectStore.storage },
    resources: resources({ cpu: '100m', memory: '1Gi' }),
    consoleService: { type: 'ClusterIP' },
  }),
};
