import { describe, expect, it } from '@jest/globals';
import { at, clusters } from './testing/rendered.ts';

describe('environments that share a cluster (decisions 2)', () => {
  it.each([
    ['prometheus', ['fullnameOverride']],
    ['prometheus', ['kube-state-metrics', 'fullnameOverride']],
    ['prometheus', ['prometheus-node-exporter', 'fullnameOverride']],
    ['alloy', ['fullnameOverride']],
    ['otel-gateway', ['clusterRole', 'name']],
    ['otel-gateway', ['clusterRole', 'clusterRoleBinding', 'name']],
  ])('%s names its cluster-scoped objects by environment: %j', (release, path) => {
    for (const one of clusters) expect(at(one, release, ...path)).toMatch(new RegExp(`-${one.environment.name}$`));
  });

  it.each(['grafana', 'loki'])('%s has Roles, not ClusterRoles', (release) => {
    for (const one of clusters) expect(at(one, release, 'rbac', 'namespaced')).toBe(true);
  });

  it.each(clusters)('$environment.name applies CRDs, operator and node_exporter only if it owns the cluster', (one) => {
    const owns = one.environment.ownsClusterScope;
    for (const path of [['crds'], ['prometheusOperator'], ['nodeExporter']]) expect(at(one, 'prometheus', ...path, 'enabled')).toBe(owns);
  });

  it.each(clusters)('$environment.name takes only its own rules, and leaves the webhook that refuses LogQL off', (one) => {
    expect(at(one, 'prometheus', 'prometheus', 'prometheusSpec', 'ruleSelector')).toEqual({ matchLabels: { 'bud.ai/ruler': 'prometheus', 'bud.ai/environment': one.environment.name } });
    expect(at(one, 'prometheus', 'defaultRules', 'create')).toBe(false);
    expect(at(one, 'prometheus', 'prometheusOperator', 'admissionWebhooks', 'enabled')).toBe(false);
  });
});
