import { releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { chartPins } from '../pins.ts';
import { resources } from '../resources.ts';
import { type PostgresExporterValues, postgresExporterSchema } from '../schemas/postgres-exporter.ts';
import { postgresExporterKey, secretNames } from '../secrets.ts';

/** Gives `pg_up`, which the document's DatabaseConnectionFailure reads and nothing of the platform exposes. */
export const postgresExporter: Chart<PostgresExporterValues> = {
  release: releases.postgresExporter,
  pin: chartPins.postgresExporter,
  layer: 'collectors',
  schema: postgresExporterSchema,
  values: () => ({
    fullnameOverride: releases.postgresExporter,
    // The scrape job finds the pod by this name.
    nameOverride: releases.postgresExporter,
    config: { datasourceSecret: { name: secretNames.postgresExporter, key: postgresExporterKey } },
    resources: resources({ cpu: '20m', memory: '64Mi' }),
  }),
};
