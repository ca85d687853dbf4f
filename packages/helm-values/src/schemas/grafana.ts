import { z } from 'zod';
import { disruptionBudget, enabled, imageTag, objectName, quantity, replicas, resources } from './fields.ts';

const section = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

type Sections = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/** The sections of grafana.ini that are set here, keys below them as Grafana's reference has them; one function writes others for a directory. */
const ini = z.strictObject({
  server: section,
  analytics: section,
  users: section,
  unified_alerting: section,
  auth: section.optional(),
  'auth.generic_oauth': section.optional(),
}) as z.ZodType<unknown, Sections>;

const dashboardSidecar = z.strictObject({
  enabled: z.boolean(),
  label: z.string().min(1),
  searchNamespace: objectName,
  folderAnnotation: z.string().min(1),
  provider: z.strictObject({ allowUiUpdates: z.boolean(), disableDelete: z.boolean(), foldersFromFilesStructure: z.boolean() }),
});

/** Values of the grafana chart that are set here. */
export const grafanaSchema = z.strictObject({
  fullnameOverride: objectName,
  image: z.strictObject({ tag: imageTag }),
  replicas,
  resources,
  admin: z.strictObject({ existingSecret: objectName, userKey: z.string().min(1), passwordKey: z.string().min(1) }),
  'grafana.ini': ini,
  extraSecretMounts: z.array(z.strictObject({ name: z.string().min(1), secretName: objectName, defaultMode: z.int(), mountPath: z.string().startsWith('/'), readOnly: z.boolean() })).readonly().optional(),
  sidecar: z.strictObject({
    dashboards: dashboardSidecar,
    datasources: z.strictObject({ enabled: z.boolean(), label: z.string().min(1), searchNamespace: objectName, initDatasources: z.boolean() }),
  }),
  rbac: z.strictObject({ namespaced: z.boolean() }),
  testFramework: enabled,
  persistence: z.strictObject({ enabled: z.boolean(), size: quantity.optional() }),
  deploymentStrategy: z.strictObject({ type: z.enum(['Recreate', 'RollingUpdate']) }).optional(),
  envFromSecrets: z.array(z.strictObject({ name: objectName, optional: z.boolean() })).readonly().optional(),
  podDisruptionBudget: disruptionBudget.optional(),
});

/** What `charts/grafana.ts` may write. */
export type GrafanaValues = z.input<typeof grafanaSchema>;
