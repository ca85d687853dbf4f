import { z } from 'zod';
import { imageTag, objectName, resources, volumeMount } from './fields.ts';

/** A folder of the node; Kubernetes creates it where it is missing. */
const nodeFolder = z.strictObject({ name: z.string().min(1), hostPath: z.strictObject({ path: z.string().startsWith('/'), type: z.literal('DirectoryOrCreate') }) });

/** Values of the alloy chart that are set here. Its configuration is a text of its own language, which Alloy's own parser checks. */
export const alloySchema = z.strictObject({
  fullnameOverride: objectName,
  image: z.strictObject({ tag: imageTag }),
  crds: z.strictObject({ create: z.boolean() }),
  alloy: z.strictObject({
    configMap: z.strictObject({ create: z.boolean(), content: z.string().min(1) }),
    clustering: z.strictObject({ enabled: z.boolean(), name: z.string().min(1) }),
    enableReporting: z.boolean(),
    storagePath: z.string().startsWith('/'),
    mounts: z.strictObject({ extra: z.array(volumeMount).readonly() }),
    resources,
  }),
  controller: z.strictObject({
    type: z.enum(['daemonset', 'statefulset', 'deployment']),
    volumes: z.strictObject({ extra: z.array(nodeFolder).readonly() }),
    tolerations: z.array(z.strictObject({ operator: z.literal('Exists') })).readonly(),
  }),
});

/** What `charts/alloy.ts` may write. */
export type AlloyValues = z.input<typeof alloySchema>;
