import { z } from 'zod';

/** `<group>/<kind>/<namespace>/<name>` as every plan prints it; `*` in the name stands for any text. */
const object = z.string().regex(/^[a-z0-9][a-z0-9.-]*\/[A-Z][A-Za-z0-9]*\/(?:_|[a-z0-9-]+)\/[^\s/]+$/, 'not an object as plans print it, such as apps/Deployment/observability/grafana');

/** Two steps at least: who takes or leaves a whole `spec` has decided about fields that he has not seen. */
const field = z.string()
  .regex(/^[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*|\[[^\]\n]+\])+$/, 'not a field as plans print it, such as spec.replicas, data["rules.yaml"] or webhooks[*].clientConfig.caBundle')
  .refine((path) => !/^metadata\.(?:name|namespace)$/.test(path), 'the identity of the object, which is no field that anybody shares');

const why = z.string().min(1);

/**
 * How the objects of a kind may be made anew: those of which nothing is lost that the new object does not bring, and those
 * whose new object takes over the pods of the old one, by their names and with their volumes. Volumes, claims, Namespaces,
 * definitions and Secrets, which are never looked at, are not among them.
 */
const replacing: Readonly<Record<string, 'replace' | 'replaceOrphan'>> = {
  'apps/DaemonSet': 'replace',
  'apps/Deployment': 'replace',
  'apps/StatefulSet': 'replaceOrphan',
  'batch/Job': 'replace',
  'core/ConfigMap': 'replace',
  'core/Service': 'replace',
  'rbac.authorization.k8s.io/ClusterRoleBinding': 'replace',
  'rbac.authorization.k8s.io/RoleBinding': 'replace',
  'storage.k8s.io/StorageClass': 'replace',
};

/** The rule by which an object may be made anew; undefined where nothing may. */
export function replacingRule(key: string): 'replace' | 'replaceOrphan' | undefined {
  return replacing[key.split('/').slice(0, 2).join('/')];
}

function replaceableBy(rule: 'replace' | 'replaceOrphan'): z.ZodType<string, string> {
  const kinds = Object.keys(replacing).filter((kind) => replacing[kind] === rule);
  return object.refine((key) => replacingRule(key) === rule, `only ${kinds.join(', ')} may be made anew in this way`);
}

/**
 * An exception for objects of an environment, with its reason: who owns a field that others write, and what may be made
 * anew. Without a rule a field in dispute, or one that cannot change, stops the object.
 */
export const objectRuleSchema = z.discriminatedUnion('rule', [
  /** A field that another actor owns on purpose, such as the replicas of an autoscaled workload: never sent, never drift. */
  z.strictObject({ rule: z.literal('ignore'), object, field, why }),
  /** A field that is ours although this manager declares or guards it: taken from him, and from nobody else. */
  z.strictObject({ rule: z.literal('take'), object, field, from: z.string().min(1), why }),
  /** Where a field that cannot change has to: deleted, waited for, and made again. */
  z.strictObject({ rule: z.literal('replace'), object: replaceableBy('replace'), why }),
  /** The same with its pods left running; the new object takes them over. */
  z.strictObject({ rule: z.literal('replaceOrphan'), object: replaceableBy('replaceOrphan'), why }),
]);

export type ObjectRule = z.output<typeof objectRuleSchema>;
