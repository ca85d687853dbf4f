import { z } from 'zod';
import { objectName, resources } from './fields.ts';

/** Values of the prometheus-postgres-exporter chart that are set here. */
export const postgresExporterSchema = z.strictObject({
  fullnameOverride: objectName,
  nameOverride: objectName,
  config: z.strictObject({ datasourceSecret: z.strictObject({ name: objectName, key: z.string().min(1) }) }),
  resources,
});

/** What `charts/postgres-exporter.ts` may write. */
export type PostgresExporterValues = z.input<typeof postgresExporterSchema>;
