import { type Environment, services } from '@bud-o11y/model';
import { traitsOf } from './profiles.ts';
import type { NetworkPolicy } from './schemas/network-policy.ts';

/** A backend as its chart labels it. */
interface Backend {
  /** Label `app.kubernetes.io/instance`. */
  readonly release: string;
  /** Label `app.kubernetes.io/name`. */
  readonly name: string;
  /** Components that others call: the gateway, or where there is none what takes its place. */
  readonly front: readonly string[];
}

const nameLabel = 'app.kubernetes.io/name';

/**
 * Where the profile has them: the policies by which a backend's pods take connections from each other and from Prometheus,
 * which scrapes every one of them, and only its front from the rest of the namespace. Policies add up: what one allows is
 * allowed. Probes come from the node, which no policy concerns.
 */
export function backendPolicies(environment: Environment, { release, name, front }: Backend): { readonly extraObjects?: readonly NetworkPolicy[] } {
  if (!traitsOf(environment).networkPolicies) return {};
  const own = { [nameLabel]: name, 'app.kubernetes.io/instance': release };
  return {
    extraObjects: [
      policy(`${release}-inside`, { matchLabels: own }, [{ matchLabels: own }, { matchLabels: { [nameLabel]: services.prometheus.name } }]),
      policy(`${release}-front`, { matchLabels: own, matchExpressions: [{ key: 'app.kubernetes.io/component', operator: 'In', values: front }] }, [{}]),
    ],
  };
}

type Selector = NetworkPolicy['spec']['podSelector'];

/** Pods of the policy's own namespace only: an empty selector is all of these, and nobody elsewhere. */
function policy(name: string, podSelector: Selector, from: readonly Selector[]): NetworkPolicy {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name }, spec: { podSelector, policyTypes: ['Ingress'], ingress: [{ from: from.map((one) => ({ podSelector: one })) }] } };
}
