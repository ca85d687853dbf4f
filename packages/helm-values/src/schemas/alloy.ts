import { z } from 'zod';
import { imageTag, objectName, resources } from './fields.ts';

/** Values of the alloy chart that are set here. Its configuration is a text of its own language, which Alloy's own parser checks. */
export const alloySchema = z.strictObject({
  fullnameOverride: objectName,
  image: z.strictObject({ tag: imageTag }),
  crds: z.strictObject({ create: z.boolean() }),
  alloy: z.strictObject({
    configMap: z.strictObject({ create: z.boolean(), content: z.string().min(1) }),
    clustering: z.strictObject({ enabled: z.boolean(), name: z.string().min(1) }),
    enableReporting: z.boolean(),
    resources,
  }),
  controller: z.strictObject({ type: z.enum(['daemonset', 'statefulset', 'deployment']) }),
});

/** What `charts/alloy.ts` may write. */
export type AlloyValues = z.input<typeof alloySchema>;
