import { type Environment, objectNames, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type AlertmanagerValues, alertmanagerSchema } from '../schemas/alertmanager.ts';

/** Apart from the secrets' folder: a ConfigMap is mounted read-only, and nothing should be mounted inside it. */
const configDirectory = '/etc/alertmanager/config';

/** The standalone Alertmanager. Its configuration is a ConfigMap of the alerts project, its secrets are files (decisions 6). */
export const alertmanager: Chart<AlertmanagerValues> = {
  release: releases.alertmanager,
  pin: chartPins.alertmanager,
  layer: 'backends',
  schema: alertmanagerSchema,
  values: (environment) => ({
    fullnameOverride: releases.alertmanager,
    image: { tag: `v${environment.components.alertmanager}` },
    replicaCount: environment.sizes.alertmanager.replicas,
    baseURL: environment.urls.alertmanager,
    extraArgs: { 'config.file': `${configDirectory}/alertmanager.yaml` },
    config: { enabled: false },
    configmapReload: { enabled: true, extraArgs: { 'watched-dir': configDirectory }, extraVolumeMounts: [configMount] },
    persistence: { enabled: true, size: environment.sizes.alertmanager.storage },
    resources: resources(environment.sizes.alertmanager),
    ...mounts(environment),
    ...(environment.sizes.alertmanager.replicas > 1 ? { podAntiAffinity: 'soft', podDisruptionBudget: { maxUnavailable: 1 } } : {}),
  }),
};

const configMount = { name: 'bud-config', mountPath: configDirectory, readOnly: true } as const;

function mounts({ receivers }: Environment): Pick<AlertmanagerValues, 'extraVolumes' | 'extraVolumeMounts'> {
  return {
    extraVolumes: [
      { name: configMount.name, configMap: { name: objectNames.alertmanagerConfig } },
      { name: 'bud-secrets', secret: { secretName: receivers.secret } },
    ],
    extraVolumeMounts: [configMount, { name: 'bud-secrets', mountPath: receivers.secretsDirectory, readOnly: true }],
  };
}
