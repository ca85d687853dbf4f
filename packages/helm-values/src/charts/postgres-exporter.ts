import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { postgresExporterKey, secretNames } from '../secrets.ts';

/** Gives `pg_up`, which the document's DatabaseConnectionFailure reads and nothing of the platform exposes. */
export const postgresExporter: Chart = {
  release: releases.postgresExporter,
  pin: chartPins.postgresExporter,
  layer: 'collectors',
  values: () => ({
    fullnameOverride: releases.postgresExporter,
    // The scrape job finds the pod by this name.
    nameOverride: releases.postgresExporter,
    config: { datasourceSecret: { name: secretNames.postgresExporter, key: postgresExporterKey } },
    resources: resources({ cpu: '20m', memory: '64Mi' }),
  }),
};
