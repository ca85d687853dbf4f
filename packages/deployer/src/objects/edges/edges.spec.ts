import { describe, expect, it } from '@jest/globals';
import { deployment, draft, job } from '../../fixtures/objects.ts';
import type { Draft } from '../draft.ts';
import { objectEdges } from './index.ts';

const rbac = 'rbac.authorization.k8s.io/v1';
const account = draft('v1', 'ServiceAccount', 'web');
const definition = draft('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'widgets.x.test', { spec: { group: 'x.test', names: { kind: 'Widget' } } });
const webhook = (service: string): Draft => draft('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'w', { webhooks: [{ clientConfig: { service: { namespace: 'n', name: service } } }] });
const service = draft('v1', 'Service', 'web', { spec: { selector: { app: 'web' } } });
const binding = (kind: string, role: string, roleName: string): Draft => draft(rbac, kind, 'bind', { roleRef: { kind: role, name: roleName }, subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'n' }, { kind: 'User', name: 'web' }] });

/** Kind and name of what each object needs; objects that need nothing are left out. */
function needs(...drafts: readonly Draft[]): Readonly<Record<string, readonly string[]>> {
  const label = (key: string): string => `${key.split('/')[1]} ${key.split('/')[3]}`;
  return Object.fromEntries([...objectEdges(drafts)].filter(([, all]) => all.length > 0).map(([key, all]) => [label(key), all.map(label).toSorted()]));
}

interface Case {
  readonly name: string;
  readonly given: readonly Draft[];
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

const cases: readonly Case[] = [
  { name: 'a Namespace comes before what lies in it, and only there', given: [draft('v1', 'Namespace', 'n'), draft('v1', 'Namespace', 'other'), account], needs: { 'ServiceAccount web': ['Namespace n'] } },
  { name: 'what is not ours is no need', given: [account, deployment('web', { serviceAccountName: 'somebody' })], needs: {} },
  { name: 'a definition comes before its kind, not before one of the same name in another group', given: [definition, draft('x.test/v1', 'Widget', 'a'), draft('y.test/v1', 'Widget', 'b')], needs: { 'Widget a': ['CustomResourceDefinition widgets.x.test'] } },
  {
    name: 'account and role, binding, workload',
    given: [account, draft(rbac, 'Role', 'r'), binding('RoleBinding', 'Role', 'r'), deployment('web', { serviceAccountName: 'web' })],
    needs: { 'RoleBinding bind': ['Role r', 'ServiceAccount web'], 'Deployment web': ['RoleBinding bind', 'ServiceAccount web'] },
  },
  { name: 'a cluster-wide binding is one too', given: [account, draft(rbac, 'ClusterRole', 'r'), binding('ClusterRoleBinding', 'ClusterRole', 'r'), deployment('web', { serviceAccountName: 'web' })], needs: { 'ClusterRoleBinding bind': ['ClusterRole r', 'ServiceAccount web'], 'Deployment web': ['ClusterRoleBinding bind', 'ServiceAccount web'] } },
  {
    name: 'everything that a pod mounts or reads, but no volume claim',
    given: [
      ...['mounted', 'projected', 'variable', 'imported', 'unused'].map((name) => draft('v1', 'ConfigMap', name)),
      ...['mounted', 'projected', 'variable', 'imported', 'pull'].map((name) => draft('v1', 'Secret', name)),
      draft('v1', 'PersistentVolumeClaim', 'data'),
      deployment('web', {
        volumes: [{ configMap: { name: 'mounted' } }, { secret: { secretName: 'mounted' } }, { persistentVolumeClaim: { claimName: 'data' } }, { projected: { sources: [{ configMap: { name: 'projected' } }, { secret: { name: 'projected' } }] } }],
        containers: [{ env: [{ valueFrom: { configMapKeyRef: { name: 'variable' } } }] }, { envFrom: [{ secretRef: { name: 'imported' } }] }],
        initContainers: [{ env: [{ valueFrom: { secretKeyRef: { name: 'variable' } } }], envFrom: [{ configMapRef: { name: 'imported' } }] }],
        imagePullSecrets: [{ name: 'pull' }],
      }),
    ],
    needs: { 'Deployment web': ['ConfigMap imported', 'ConfigMap mounted', 'ConfigMap projected', 'ConfigMap variable', 'Secret imported', 'Secret mounted', 'Secret projected', 'Secret pull', 'Secret variable'] },
  },
  { name: 'a webhook comes after the workload behind its Service', given: [webhook('web'), service, deployment('web'), deployment('other')], needs: { 'ValidatingWebhookConfiguration w': ['Deployment web', 'Service web'] } },
  { name: 'with nothing known behind the Service, after every workload of its release', given: [webhook('theirs'), deployment('web'), deployment('far', {}, { source: 'release:far' })], needs: { 'ValidatingWebhookConfiguration w': ['Deployment web'] } },
  { name: 'an aggregated API is called back too', given: [draft('apiregistration.k8s.io/v1', 'APIService', 'v1.x', { spec: { service: { namespace: 'n', name: 'web' } } }), service, deployment('web')], needs: { 'APIService v1.x': ['Deployment web', 'Service web'] } },
  {
    name: 'hooks before, by weight; workloads; hooks after',
    given: [
      job('second', { hook: { when: 'before', weight: 1 } }), job('first', { hook: { when: 'before', weight: -1 } }), draft('v1', 'ConfigMap', 'with-second', {}, { hook: { when: 'before', weight: 1 } }),
      job('last', { hook: { when: 'after', weight: 0 } }), deployment('web'), deployment('far', {}, { source: 'release:far' }), service,
    ],
    needs: {
      'Job second': ['ConfigMap with-second', 'Job first'],
      'Deployment web': ['ConfigMap with-second', 'Job first', 'Job second'],
      'Job last': ['ConfigMap with-second', 'Deployment web', 'Job first', 'Job second'],
    },
  },
  {
    name: 'rules come after the rules that record what they read',
    given: [draft('m/v1', 'PrometheusRule', 'records', {}, { artifact: 'recording-rules:r' }), draft('m/v1', 'PrometheusRule', 'alerts', {}, { artifact: 'alert-rules:a', after: ['recording-rules:r', 'recording-rules:gone'] })],
    needs: { 'PrometheusRule alerts': ['PrometheusRule records'] },
  },
];

describe('objectEdges', () => {
  it.each(cases)('$name', ({ given, needs: expected }) => {
    expect(needs(...given)).toEqual(expected);
    expect(needs(...given.toReversed())).toEqual(expected);
  });
});
