import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { alloyConfig } from '../config/alloy.ts';
import { escapeTemplate } from '../helm-template.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type AlloyValues, alloySchema } from '../schemas/alloy.ts';

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
      resources: resources(environment.sizes.alloy),
    },
    controller: { type: 'daemonset' },
  }),
};
