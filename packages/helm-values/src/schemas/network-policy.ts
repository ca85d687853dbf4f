import { z } from 'zod';
import { objectName } from './fields.ts';

const selector = z.strictObject({
  matchLabels: z.record(z.string(), z.string()).optional(),
  matchExpressions: z.array(z.strictObject({ key: z.string().min(1), operator: z.literal('In'), values: z.array(z.string()).min(1).readonly() })).readonly().optional(),
});

/** A NetworkPolicy that restricts who may connect to some pods, as charts take objects beside their own. */
export const networkPolicySchema = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('NetworkPolicy'),
  metadata: z.strictObject({ name: objectName }),
  spec: z.strictObject({
    podSelector: selector,
    policyTypes: z.tuple([z.literal('Ingress')]).readonly(),
    ingress: z.array(z.strictObject({ from: z.array(z.strictObject({ podSelector: selector })).min(1).readonly() })).min(1).readonly(),
  }),
});

/** What `network-policies.ts` may write. */
export type NetworkPolicy = z.input<typeof networkPolicySchema>;

/** `extraObjects` of a chart. */
export const extraObjects = z.array(networkPolicySchema).readonly().optional();
