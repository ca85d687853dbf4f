import type { Environment, Profile } from '@bud-o11y/model';

/** What a profile switches on beside its sizes. */
export interface Traits {
  /** memcached in front of the object store: worth its memory where people query all day. */
  readonly caches: boolean;
  /** Replicas of what keeps data are spread over zones. */
  readonly zones: boolean;
  /** Only the front of a backend can be reached from outside it. Needs a network plugin that enforces policies. */
  readonly networkPolicies: boolean;
  /** Stateless parts grow with their load, from the replicas of the sizing table to `mostReplicas`. Needs metrics-server. */
  readonly autoscaling: boolean;
}

const traits: Readonly<Record<Profile, Traits>> = {
  local: { caches: false, zones: false, networkPolicies: false, autoscaling: false },
  dev: { caches: false, zones: false, networkPolicies: false, autoscaling: false },
  // Policies as in production: a path that they close must fail here first.
  staging: { caches: true, zones: true, networkPolicies: true, autoscaling: false },
  production: { caches: true, zones: true, networkPolicies: true, autoscaling: true },
};

/** The traits of an environment's profile. */
export function traitsOf({ profile }: Pick<Environment, 'profile'>): Traits {
  return traits[profile];
}

/** Label of a node that says in which zone it is. */
export const zoneLabel = 'topology.kubernetes.io/zone';

/** Most replicas that autoscaling may make of so many: a doubled load is met, a broken client does not fill the cluster. */
function mostReplicas(replicas: number): number {
  return 2 * replicas;
}

/** A chart's `autoscaling` for a stateless part where the profile has it; in percent of the CPU that it asks for. */
export function autoscaling(environment: Environment, replicas: number): { readonly autoscaling?: { readonly enabled: true; readonly minReplicas: number; readonly maxReplicas: number; readonly targetCPUUtilizationPercentage: number } } {
  if (!traitsOf(environment).autoscaling) return {};
  return { autoscaling: { enabled: true, minReplicas: replicas, maxReplicas: mostReplicas(replicas), targetCPUUtilizationPercentage: 70 } };
}
