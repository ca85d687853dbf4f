// `node tools/src/kubernetes-schema/main.ts <swagger.json>`: writes the types that the fake API server knows.
// The file is api/openapi-spec/swagger.json of the module k8s.io/kubernetes, in the version that the recipes pin.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenApiSchema, compact, shortName } from './compact.ts';

const kinds: Readonly<Record<string, readonly string[]>> = {
  'io.k8s.api.core.v1': ['ConfigMap', 'Event', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'Secret', 'Service', 'ServiceAccount'],
  'io.k8s.api.apps.v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'io.k8s.api.batch.v1': ['CronJob', 'Job'],
  'io.k8s.api.rbac.v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'io.k8s.api.coordination.v1': ['Lease'],
  'io.k8s.api.policy.v1': ['PodDisruptionBudget'],
  'io.k8s.api.networking.v1': ['Ingress', 'NetworkPolicy'],
  'io.k8s.api.autoscaling.v2': ['HorizontalPodAutoscaler'],
  'io.k8s.api.admissionregistration.v1': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  'io.k8s.api.scheduling.v1': ['PriorityClass'],
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1': ['CustomResourceDefinition'],
};
const target = join(import.meta.dirname, '../../../packages/deployer/src/fakes/kubernetes/schema/definitions.json');

const [source] = process.argv.slice(2);
if (source === undefined) {
  process.stderr.write('usage: node tools/src/kubernetes-schema/main.ts <swagger.json of k8s.io/kubernetes>\n');
  process.exitCode = 1;
} else {
  const { definitions } = JSON.parse(readFileSync(source, 'utf8')) as { readonly definitions: Readonly<Record<string, OpenApiSchema>> };
  const lines = new Map<string, string>();
  const origins = new Map<string, string>();
  const visit = (name: string): string => {
    const schema = definitions[name];
    if (schema === undefined) throw new Error(`${source} has no ${name}`);
    if (name.endsWith('.resource.Quantity')) return 'quantity';
    if (schema.properties === undefined) return compact(schema, visit) as string;
    const short = shortName(name, schema);
    const origin = origins.get(short);
    if (origin === undefined) {
      origins.set(short, name);
      lines.set(short, JSON.stringify(compact(schema, visit)));
    } else if (origin !== name && lines.get(short) !== JSON.stringify(compact(schema, visit))) {
      throw new Error(`${origin} and ${name} differ and would both be ${short}`);
    }
    return `#${short}`;
  };
  for (const [prefix, names] of Object.entries(kinds)) for (const name of names) visit(`${prefix}.${name}`);
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, line]) => `${JSON.stringify(name)}:${line}`);
  writeFileSync(target, `{\n${sorted.join(',\n')}\n}\n`);
  process.stdout.write(`${target}: ${sorted.length} types\n`);
}
