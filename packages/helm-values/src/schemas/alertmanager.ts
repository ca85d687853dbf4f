import { z } from 'zod';
import { address, disruptionBudget, enabled, imageTag, objectName, quantity, replicas, resources, volumeMount } from './fields.ts';

const volume = z.union([
  z.strictObject({ name: z.string().min(1), configMap: z.strictObject({ name: objectName }) }),
  z.strictObject({ name: z.string().min(1), secret: z.strictObject({ secretName: objectName }) }),
]);

/** Values of the alertmanager chart that are set here. */
export const alertmanagerSchema = z.strictObject({
  fullnameOverride: objectName,
  image: z.strictObject({ tag: imageTag }),
  replicaCount: replicas,
  baseURL: address,
  /** Flags by name, without dashes. */
  extraArgs: z.record(z.string(), z.string()),
  config: enabled,
  configmapReload: z.strictObject({ enabled: z.boolean(), extraArgs: z.record(z.string(), z.string()), extraVolumeMounts: z.array(volumeMount).readonly() }),
  persistence: z.strictObject({ enabled: z.boolean(), size: quantity.optional() }),
  resources,
  extraVolumes: z.array(volume).readonly(),
  extraVolumeMounts: z.array(volumeMount).readonly(),
  podAntiAffinity: z.enum(['soft', 'hard']).optional(),
  podDisruptionBudget: disruptionBudget.optional(),
});

/** What `charts/alertmanager.ts` may write. */
export type AlertmanagerValues = z.input<typeof alertmanagerSchema>;
