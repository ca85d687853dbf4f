import type { JsonObject } from '../object.ts';

/** A ConfigMap. */
export function configMap(name: string, data: Readonly<Record<string, unknown>>, metadata: object = {}): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...metadata }, data };
}

/** A Deployment with every kind of list and map that ownership treats in its own way. `container` and `spec` are laid over it. */
export function deployment(name: string, { container = {}, spec = {} }: { readonly container?: object; readonly spec?: object } = {}): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { app: name } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists' }],
          volumes: [{ name: 'config', configMap: { name: 'some', items: [{ key: 'a', path: 'a' }] } }, { name: 'scratch', emptyDir: {} }],
          containers: [
            {
              name: 'main',
              image: 'registry.test/main:1',
              args: ['--verbose'],
              ports: [{ name: 'http', containerPort: 80 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }],
              env: [{ name: 'A', value: '1' }, { name: 'B', valueFrom: { configMapKeyRef: { name: 'some', key: 'a' } } }],
              resources: { limits: { cpu: '1000m', memory: '2048Mi' } },
              volumeMounts: [{ name: 'config', mountPath: '/config' }],
              ...container,
            },
          ],
        },
      },
      ...spec,
    },
  };
}

export const service: JsonObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }, { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }] },
};

const text = { type: 'string' };
const texts = { type: 'object', additionalProperties: text };

/** A definition in the likeness of the one that rule objects have; its group is the test's own. */
export function ruleDefinition(group: string): object {
  const rule = { type: 'object', required: ['expr'], properties: { alert: text, record: text, expr: { 'x-kubernetes-int-or-string': true }, for: text, labels: texts, annotations: texts } };
  const groups = { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'], items: { type: 'object', required: ['name'], properties: { name: text, interval: text, rules: { type: 'array', items: rule } } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `rulesets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'RuleSet', listKind: 'RuleSetList', plural: 'rulesets', singular: 'ruleset' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { groups, free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } } } } } }],
    },
  };
}

export function ruleSet(group: string, name: string, groups: readonly object[], more: object = {}): object {
  return { apiVersion: `${group}/v1`, kind: 'RuleSet', metadata: { name, labels: { ruler: 'mimir' } }, spec: { groups, ...more } };
}
