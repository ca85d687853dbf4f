import { z } from 'zod';
import { autoscaling, objectName, secretVariables } from './fields.ts';
import { otelCollectorShape } from './otel-collector.ts';

const words = z.array(z.string()).readonly();

/** Values of the first tier of the collectors. */
export const otelGatewaySchema = z.strictObject({
  ...otelCollectorShape,
  mode: z.literal('deployment'),
  extraEnvs: secretVariables.optional(),
  autoscaling: autoscaling.optional(),
  clusterRole: z.strictObject({
    create: z.boolean(),
    name: objectName,
    rules: z.array(z.strictObject({ apiGroups: words, resources: words, verbs: words })).readonly(),
    clusterRoleBinding: z.strictObject({ name: objectName }),
  }),
});

/** What `charts/otel-gateway.ts` may write. */
export type OtelGatewayValues = z.input<typeof otelGatewaySchema>;
