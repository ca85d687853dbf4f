import { type Environment, markers, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { grafanaIni } from '../config/grafana.ts';
import { oidcSecretDirectory } from '../config/grafana-oidc.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type GrafanaValues, grafanaSchema } from '../schemas/grafana.ts';
import { secretNames } from '../secrets.ts';

/** Grafana: dashboards and data sources come from labelled ConfigMaps of its own namespace, by sidecar, read-only in the UI (decisions 9). */
export const grafana: Chart<GrafanaValues> = {
  release: releases.grafana,
  pin: chartPins.grafana,
  layer: 'backends',
  schema: grafanaSchema,
  values: (environment) => ({
    fullnameOverride: releases.grafana,
    image: { tag: environment.components.grafana },
    replicas: environment.sizes.grafana.replicas,
    resources: resources(environment.sizes.grafana),
    admin: { existingSecret: secretNames.grafanaAdmin, userKey: 'admin-user', passwordKey: 'admin-password' },
    'grafana.ini': grafanaIni(environment),
    ...(environment.oidc === undefined ? {} : { extraSecretMounts: [{ name: 'oidc', secretName: environment.oidc.clientSecret, defaultMode: 0o440, mountPath: oidcSecretDirectory, readOnly: true }] }),
    sidecar: sidecar(environment),
    // Roles instead of ClusterRoles: dev and staging may share a cluster.
    rbac: { namespaced: true },
    testFramework: { enabled: false },
    ...state(environment),
  }),
};

function sidecar({ namespaces }: Environment): GrafanaValues['sidecar'] {
  return {
    dashboards: {
      enabled: true,
      label: markers.dashboardLabel,
      searchNamespace: namespaces.observability,
      folderAnnotation: markers.folderAnnotation,
      provider: { allowUiUpdates: false, disableDelete: false, foldersFromFilesStructure: true },
    },
    datasources: { enabled: true, label: markers.datasourceLabel, searchNamespace: namespaces.observability, initDatasources: true },
  };
}

/** One replica keeps its SQLite file on a volume, which two pods cannot share in a rollout; more need a database that they share. */
function state({ sizes }: Environment): Pick<GrafanaValues, 'persistence' | 'deploymentStrategy' | 'envFromSecrets' | 'podDisruptionBudget'> {
  return sizes.grafana.replicas === 1
    ? { persistence: { enabled: true, size: sizes.grafana.storage }, deploymentStrategy: { type: 'Recreate' } }
    : { persistence: { enabled: false }, envFromSecrets: [{ name: secretNames.grafanaDatabase, optional: false }], podDisruptionBudget: { maxUnavailable: 1 } };
}
