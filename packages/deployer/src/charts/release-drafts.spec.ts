import { describe, expect, it } from '@jest/globals';
import { environmentNamed, type HelmValuesArtifact, makeArtifact } from '@bud-o11y/model';
import { releaseDrafts } from './release-drafts.ts';

const artifact: HelmValuesArtifact = makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'dev', name: 'web', path: 'helm-values/dev/web.yaml', source: 'packages/helm-values/src/charts/web.ts', layer: 'backends', chart: { name: 'full', version: '1.2.3', repository: 'https://charts.test' }, data: {} });
const [owner, guest] = [environmentNamed('production'), environmentNamed('dev')].map((environment, index) => ({ ...environment, ownsClusterScope: index === 0 }));
if (owner === undefined || guest === undefined) throw new Error('two environments');

const read = (text: string, { second = text, stderr = '', environment = owner } = {}) => releaseDrafts({ artifact, environment, first: text, second, stderr });
const objectsOf = (text: string) => read(text).drafts.map(({ object }) => object);
const codes = (found: ReturnType<typeof read>): readonly string[] => found.problems.map(({ code }) => code);

describe('releaseDrafts', () => {
  it('puts an object into the namespace of its release, unless it lies in none or says one', () => {
    expect(objectsOf(`apiVersion: v1
kind: ConfigMap
metadata: { name: a }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: kube-system }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: c, namespace: mistaken }
---
apiVersion: x.test/v1
kind: Widget
metadata: { name: d }
---
apiVersion: x.test/v1
kind: Gadget
metadata: { name: e }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.x.test }
spec: { group: x.test, scope: Cluster, names: { kind: Widget } }
`).map(({ metadata }) => metadata.namespace)).toEqual(['observability', 'kube-system', undefined, undefined, 'observability', undefined]);
  });

  it('leaves out what only a server writes and what templates leave empty; a custom resource keeps its nulls', () => {
    expect(objectsOf(`apiVersion: apps/v1
kind: Deployment
metadata: { name: a, creationTimestamp: null, annotations: }
spec: { replicas: 1, strategy: , template: { spec: { containers: [{ name: m, resources: }] } } }
status: {}
---
apiVersion: x.test/v1
kind: Widget
metadata: { name: b, labels: }
spec: { protocols: { grpc: } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: c }
spec: { ttlSecondsAfterFinished: 60, backoffLimit: 1 }
`)).toEqual([
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', namespace: 'observability' }, spec: { replicas: 1, template: { spec: { containers: [{ name: 'm' }] } } } },
      { apiVersion: 'x.test/v1', kind: 'Widget', metadata: { name: 'b', namespace: 'observability' }, spec: { protocols: { grpc: null } } },
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'c', namespace: 'observability' }, spec: { backoffLimit: 1 } },
    ]);
  });

  it('takes lists apart', () => {
    expect(objectsOf('apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}, {apiVersion: v1, kind: Service, metadata: {name: b}}]').map(({ kind }) => kind)).toEqual(['ConfigMap', 'Service']);
  });

  it.each([
    ['a: 1', 'an object without apiVersion'],
    ['[1]', 'a document that is no object'],
    ['apiVersion: v1\nkind: Pod\nmetadata: { generateName: a- }', 'a Pod without a name (generateName'],
    ['apiVersion: v1\nkind: Pod\nmetadata: { name: "a/b" }', 'slash'],
    ['apiVersion: v1\nkind: Pod\nmetadata: { name: a, labels: { on: 1 } }', 'core/Pod/_/a, where a label'],
    ['a: [', 'no readable YAML'],
  ])('refuses %j with the template', (text, what) => {
    expect(read(`# Source: full/templates/x.yaml\n${text}\n`).problems).toEqual([expect.objectContaining({ code: 'chart-unreadable', where: { artifact: 'helm-values:web', file: artifact.source, path: 'full/templates/x.yaml' }, what: expect.stringContaining(what) })]);
  });

  const secret = (password: string): string => `# Source: full/templates/s.yaml\napiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata: { user: YQ==, password: ${password} }\n`;

  it('names object and path of what comes out differently, never the values', () => {
    const found = read(secret('Y2FuYXJ5MQ=='), { second: secret('Y2FuYXJ5Mg==') });
    expect(found.problems).toEqual([expect.objectContaining({ code: 'chart-nondeterministic', what: 'core/Secret/observability/s of web comes out differently each time: data.password', where: expect.objectContaining({ path: 'full/templates/s.yaml' }) })]);
    expect(JSON.stringify(found.problems)).not.toContain('Y2Fu');
    expect(codes(read(`${secret('eA==')}---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n`, { second: secret('eA==') }))).toEqual(['chart-nondeterministic']);
  });

  it('does not mind a comment that differs', () => {
    expect(codes(read(`# now 1\n${secret('eA==')}`, { second: `# now 2\n${secret('eA==')}` }))).toEqual([]);
  });

  const hook = (event: string, kind = 'Job'): string => `apiVersion: batch/v1\nkind: ${kind}\nmetadata: { name: h, annotations: { helm.sh/hook: ${event} } }\nspec: { template: { spec: {} } }\n`;

  it('keeps hooks with their place, drops those of other events, and refuses those nobody knows, also when helm left them out', () => {
    expect(read(hook('post-install')).drafts).toEqual([expect.objectContaining({ hook: { when: 'after', weight: 0 }, source: 'release:web', artifact: 'helm-values:web' })]);
    expect(read(hook('pre-delete'))).toEqual({ drafts: [], problems: [] });
    expect(read(hook('weird')).problems).toEqual([expect.objectContaining({ code: 'chart-unknown-hook', what: expect.stringMatching(/batch\/Job\/observability\/h of web .*: weird$/) })]);
    expect(codes(read('', { stderr: 'level=INFO msg="skipping unknown hooks" hookTypes=weird' }))).toEqual(['chart-unknown-hook']);
  });

  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a.x.test }\n';

  it('applies definitions first, and only where the environment owns them', () => {
    expect(read(definition).drafts[0]?.wave).toBe('namespaces and storage');
    expect(codes(read(definition, { environment: guest }))).toEqual(['chart-cluster-scope']);
  });

  it('applies what the server calls back through last', () => {
    const webhook = (client: string): string => `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ clientConfig: ${client} }]\n`;
    expect(read(webhook('{ service: { name: s, namespace: ns } }')).drafts[0]?.wave).toBe('dashboards');
    expect(read(webhook('{ url: https://x.test }')).drafts[0]?.wave).toBe('backends');
  });
});
