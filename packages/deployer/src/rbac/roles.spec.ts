import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { dashboardArtifact, recordingArtifact } from '../fixtures/artifacts.ts';
import { deployment, draft } from '../fixtures/objects.ts';
import { listAt } from '../objects/fields.ts';
import { kubernetesObjects } from '../objects/kubernetes-objects.ts';
import type { PolicyRule } from './policy-rules.ts';
import { rolesFor } from './roles.ts';

const environment = environmentNamed('production');
const granted = { apiGroups: [''], resources: ['nodes'], verbs: ['list'] };
const expanded = [
  deployment('web', { volumes: [{ name: 'x', secret: { secretName: 'by-hand' } }] }),
  draft('v1', 'Secret', 'generated'),
  draft('networking.k8s.io/v1', 'NetworkPolicy', 'web'),
  draft('networking.k8s.io/v1', 'Ingress', 'web'),
  draft('rbac.authorization.k8s.io/v1', 'Role', 'web', { rules: [granted, granted] }),
  draft('rbac.authorization.k8s.io/v1', 'ClusterRole', 'web', { rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }] }),
  draft('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'mice.x.test', { spec: { group: 'x.test', names: { kind: 'Mouse', plural: 'mice' } } }),
  draft('x.test/v1', 'Mouse', 'a'),
  draft('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'web'),
];
const { objects } = kubernetesObjects({ environment: 'production', artifacts: [dashboardArtifact({ name: 'o' }), recordingArtifact({ name: 'r' })], runbooks: new Map() }, environment, expanded);
const roles = rolesFor(objects, environment, ['by-hand', 'for-nobody']);

/** `resources:verbs` of one role, names in brackets. */
function rulesOf(kind: string, name: string, namespace?: string): readonly string[] {
  const found = roles.find((role) => role.kind === kind && role.metadata.name === name && role.metadata.namespace === namespace);
  return (listAt(found, 'rules') as readonly PolicyRule[]).map(({ resources = [], resourceNames, verbs }) => `${resources.join(',')}${resourceNames === undefined ? '' : `[${resourceNames.join(',')}]`}:${verbs.join(',')}`);
}

const whole = 'create,delete,get,list,patch,watch';

describe('rolesFor', () => {
  it('lets an apply write its own kinds in the namespaces that it has objects in', () => {
    expect(rulesOf('Role', 'bud-o11y-production', 'n')).toEqual([`deployments:${whole}`, `ingresses,networkpolicies:${whole}`, `mice:${whole}`, 'secrets[generated]:create,get,patch,delete', 'roles:get,list,watch', 'secrets[by-hand]:get']);
  });

  it('adds what the engine itself needs, in the namespace of the environment', () => {
    expect(rulesOf('Role', 'bud-o11y-production', 'observability')).toEqual([
      `prometheusrules:${whole}`, 'configmaps:create,delete,get,list,patch,update,watch', 'events:create,list', 'pods:get,list', 'leases:create', 'leases[bud-o11y-production]:delete,get,update',
    ]);
  });

  it('limits writes outside namespaces to names, and leaves Namespaces, definitions and roles to the bootstrap', () => {
    expect(rulesOf('ClusterRole', 'bud-o11y-production')).toEqual([
      'validatingwebhookconfigurations:get,list,watch', 'validatingwebhookconfigurations[web]:create,delete,patch',
      'namespaces:get,list,watch', 'customresourcedefinitions:get,list,watch', 'clusterroles:get,list,watch',
    ]);
    expect(rulesOf('ClusterRole', 'bud-o11y-production-bootstrap')).toEqual([
      'namespaces:get,list,watch', 'namespaces[bud,observability]:create,delete,patch',
      'customresourcedefinitions:get,list,watch', 'customresourcedefinitions[mice.x.test]:create,delete,patch',
      'clusterroles:get,list,watch', 'clusterroles[web]:create,delete,patch',
      ':get',
    ]);
  });

  it('gives the bootstrap what the roles of the charts grant, once', () => {
    expect(rulesOf('Role', 'bud-o11y-production-bootstrap', 'n')).toEqual([`roles:${whole}`, 'nodes:list']);
  });

  it('never escalates, binds, impersonates, lists Secrets, or takes everything', () => {
    const rules = roles.flatMap((role) => listAt(role, 'rules') as readonly PolicyRule[]);
    expect(rules.flatMap(({ verbs }) => verbs).filter((verb) => ['escalate', 'bind', 'impersonate', '*'].includes(verb))).toEqual([]);
    expect(rules.flatMap(({ resources = [] }) => resources).filter((resource) => resource === '*' || resource.includes('/'))).toEqual([]);
    expect(rules.filter(({ resources = [], resourceNames }) => resources.includes('secrets') && resourceNames === undefined)).toEqual([]);
  });
});
