import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { alloyConfig } from '../config/alloy.ts';
import { escapeTemplate } from '../helm-template.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type AlloyValues, alloySchema } from '../schemas/alloy.ts';

/** Where Alloy keeps how far it has read each log, in its container. */
const state = { name: 'state', mountPath: '/var/lib/alloy' } as const;

/** Alloy on every node: ships logs, and syncs rules to the rulers. */
export const alloy: Chart<AlloyValues> = {
  release: releases.alloy,
  pin: chartPins.alloy,
  layer: 'collectors',
  schema: alloySchema,
  values: (environment) => ({
    // Cluster-scoped names carry the environment (decisions 2).
    fullnameOverride: `${releases.alloy}-${environment.name}`,
    image: { tag: `v${environment.components.alloy}` },
    crds: { create: false },
    alloy: {
      // YAML has no tabs in a block of text: with them the whole file would be one quoted line, which nobody can review.
      configMap: { create: true, content: escapeTemplate(alloyConfig(environment).replaceAll('\t', '  ')) },
      // Clustered, so that one instance and not every node writes to the Mimir ruler.
      clustering: { enabled: true, name: `bud-${environment.name}` },
      enableReporting: false,
      storagePath: state.mountPath,
      mounts: { extra: [{ ...state, readOnly: false }] },
      resources: resources(environment.sizes.alloy),
    },
    controller: {
      type: 'daemonset',
      // On the node, as the logs are: in the pod, each restart would read them all again. Two environments may share a node.
      volumes: { extra: [{ name: state.name, hostPath: { path: `/var/lib/${releases.alloy}-${environment.name}`, type: 'DirectoryOrCreate' } }] },
      // Pods that tolerate a taint, such as that of GPU nodes, write logs as well.
      tolerations: [{ operator: 'Exists' }],
    },
  }),
};
