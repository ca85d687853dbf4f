import { z } from 'zod';
import { bucket, objectName, quantity, replicas, resources } from './fields.ts';

/** Values of the minio chart that are set here. */
export const minioSchema = z.strictObject({
  fullnameOverride: objectName,
  mode: z.enum(['standalone', 'distributed']),
  replicas,
  existingSecret: objectName,
  users: z.array(z.never()).readonly(),
  buckets: z.array(z.strictObject({ name: bucket, policy: z.literal('none'), purge: z.literal(false) })).readonly(),
  persistence: z.strictObject({ enabled: z.boolean(), size: quantity.optional() }),
  resources,
  consoleService: z.strictObject({ type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']) }),
});

/** What `charts/minio.ts` may write. */
export type MinioValues = z.input<typeof minioSchema>;
