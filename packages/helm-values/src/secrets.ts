import { type Environment, releases, secretFiles } from '@bud-o11y/model';
import type { z } from 'zod';
import type { secretVariables } from './schemas/fields.ts';

/** A Secret that must exist before the releases are applied: its name and keys. Values never pass through this project. */
export interface RequiredSecret {
  readonly name: string;
  readonly keys: readonly string[];
  /** What reads it. */
  readonly usedBy: string;
  /** Releases whose pods do not start without it. */
  readonly releases: readonly string[];
}

/** Secret names that are the same in every environment. */
export const secretNames = { grafanaAdmin: 'grafana-admin', grafanaDatabase: 'grafana-database', postgresExporter: 'postgres-exporter' } as const;

/** Key of the PostgreSQL connection string of the exporter. */
export const postgresExporterKey = 'data-source-name';

/** Keys of the object store's Secret. */
export const objectStoreKeys = { id: 'access-key-id', key: 'secret-access-key' } as const;

/** Variables under which the backends find the object store's credentials; their files name these (`-config.expand-env`). */
export const objectStoreVariables = { id: 'S3_ACCESS_KEY_ID', key: 'S3_SECRET_ACCESS_KEY' } as const;

/** Container variables from the object store's Secret, under names that the program expects. */
export function objectStoreEnv(environment: Environment, names: { readonly id: string; readonly key: string } = objectStoreVariables): z.input<typeof secretVariables> {
  const from = (key: string): { readonly secretKeyRef: { readonly name: string; readonly key: string } } => ({ secretKeyRef: { name: environment.objectStore.credentialsSecret, key } });
  return [
    { name: names.id, valueFrom: from(objectStoreKeys.id) },
    { name: names.key, valueFrom: from(objectStoreKeys.key) },
  ];
}

/** The object store's Secret also starts the store itself where the environment brings one: MinIO wants its own two keys. */
const minioKeys = ['rootUser', 'rootPassword'];

/** Grafana's own variables for a shared database, which more than one replica needs. */
const grafanaDatabaseKeys = ['GF_DATABASE_TYPE', 'GF_DATABASE_HOST', 'GF_DATABASE_NAME', 'GF_DATABASE_USER', 'GF_DATABASE_PASSWORD'];

/** Every Secret that the releases of a Kubernetes environment refer to; empty for a directory. */
export function requiredSecrets(environment: Environment): readonly RequiredSecret[] {
  if (environment.target.kind === 'directory') return [];
  const { objectStore, oidc, receivers, retention, sizes } = environment;
  return [
    { name: objectStore.credentialsSecret, keys: [...Object.values(objectStoreKeys), ...(objectStore.chart ? minioKeys : [])], usedBy: 'Mimir, Loki, Tempo and the log archive', releases: [releases.mimir, releases.loki, releases.tempo, ...(retention.logArchive === undefined ? [] : [releases.otelGateway]), ...(objectStore.chart ? [releases.objectStore] : [])] },
    { name: secretNames.grafanaAdmin, keys: ['admin-user', 'admin-password'], usedBy: 'Grafana', releases: [releases.grafana] },
    ...(sizes.grafana.replicas > 1 ? [{ name: secretNames.grafanaDatabase, keys: grafanaDatabaseKeys, usedBy: 'Grafana', releases: [releases.grafana] }] : []),
    ...(oidc === undefined ? [] : [{ name: oidc.clientSecret, keys: ['client-secret'], usedBy: 'Grafana, OIDC', releases: [releases.grafana] }]),
    { name: secretNames.postgresExporter, keys: [postgresExporterKey], usedBy: 'postgres_exporter', releases: [releases.postgresExporter] },
    { name: receivers.secret, keys: Object.values(secretFiles).filter((key) => receivers.paging || key !== secretFiles.pagerdutyKey), usedBy: 'Alertmanager receivers', releases: [releases.alertmanager] },
  ];
}
