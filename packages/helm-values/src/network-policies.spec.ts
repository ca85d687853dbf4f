import { describe, expect, it } from '@jest/globals';
import { traitsOf } from './profiles.ts';
import type { NetworkPolicy } from './schemas/network-policy.ts';
import { at, clusters } from './testing/rendered.ts';

type Labels = Readonly<Record<string, string>>;

/** Whether a selector chooses a pod, as Kubernetes has it: an empty one chooses all. */
function selects({ matchLabels = {}, matchExpressions = [] }: NetworkPolicy['spec']['podSelector'], pod: Labels): boolean {
  return Object.entries(matchLabels).every(([label, value]) => pod[label] === value) && matchExpressions.every(({ key, values }) => values.includes(pod[key] ?? ''));
}

const reaches = (policies: readonly NetworkPolicy[], from: Labels, to: Labels): boolean => {
  const concerned = policies.filter(({ spec }) => selects(spec.podSelector, to));
  return concerned.length === 0 || concerned.some(({ spec }) => spec.ingress.some((rule) => rule.from.some(({ podSelector }) => selects(podSelector, from))));
};

const pod = (name: string, component: string): Labels => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name, 'app.kubernetes.io/component': component });
const prometheus = { 'app.kubernetes.io/name': 'prometheus' };

const backends = [
  { backend: 'mimir', front: ['gateway'], inside: ['distributor', 'ingester', 'store-gateway', 'query-frontend', 'memcached'] },
  { backend: 'loki', front: ['gateway'], inside: ['single-binary'] },
  { backend: 'tempo', front: ['query-frontend', 'distributor'], inside: ['live-store', 'block-builder', 'querier'] },
] as const;

describe.each(clusters.filter(({ environment }) => traitsOf(environment).networkPolicies))('network policies of $environment.name', (one) => {
  it.each(backends)('let the namespace reach only the front of $backend', ({ backend, front, inside }) => {
    const policies = at(one, backend, 'extraObjects') as readonly NetworkPolicy[];
    const grafana = pod('grafana', 'grafana');
    expect(front.filter((component) => !reaches(policies, grafana, pod(backend, component)))).toEqual([]);
    expect(inside.filter((component) => reaches(policies, grafana, pod(backend, component)))).toEqual([]);
  });

  it.each(backends)('let the parts of $backend reach each other, and Prometheus all of them', ({ backend, front, inside }) => {
    const policies = at(one, backend, 'extraObjects') as readonly NetworkPolicy[];
    for (const to of [...front, ...inside]) for (const from of [prometheus, ...[...front, ...inside].map((component) => pod(backend, component))]) expect(reaches(policies, from, pod(backend, to))).toBe(true);
  });
});

it.each(clusters.filter(({ environment }) => !traitsOf(environment).networkPolicies))('$environment.name has none, as its profile says', (one) => {
  for (const { backend } of backends) expect(at(one, backend, 'extraObjects')).toBeUndefined();
});
