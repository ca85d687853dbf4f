/** Requests of one container. No CPU limit: throttling a store or a collector loses data; memory is limited to what is requested. */
export function resources(size: { readonly cpu: string; readonly memory: string }): { readonly requests: { readonly cpu: string; readonly memory: string }; readonly limits: { readonly memory: string } } {
  return { requests: { cpu: size.cpu, memory: size.memory }, limits: { memory: size.memory } };
}

/**
 * What the parts get that no load of ours makes larger, so that they have no row in the sizing table. Assumed, several times
 * what they use at the loads of our environments: the memory is a limit as well, and without a request they would be the first
 * to be evicted from a full node.
 */
export const unsized = {
  /** nginx, which passes bodies on. */
  gateway: { cpu: '50m', memory: '128Mi' },
  /** Holds the jobs of a search and what came back so far. */
  queryFrontend: { cpu: '100m', memory: '512Mi' },
  /** Holds the list of blocks. */
  backendScheduler: { cpu: '50m', memory: '256Mi' },
  /** Reads several blocks at once and writes one. */
  backendWorker: { cpu: '100m', memory: '2Gi' },
  /** Holds the objects of the namespaces that it watches. */
  kubeStateMetrics: { cpu: '50m', memory: '256Mi' },
  nodeExporter: { cpu: '50m', memory: '128Mi' },
  /** Holds monitors and rules of the whole cluster. */
  operator: { cpu: '100m', memory: '256Mi' },
} as const;

/** The `podDisruptionBudget` of a chart that takes `maxUnavailable`: one at a time. None for a single replica, which could only be away as a whole. */
export function drainable(replicas: number): { readonly podDisruptionBudget?: { readonly maxUnavailable: 1 } } {
  return replicas > 1 ? { podDisruptionBudget: { maxUnavailable: 1 } } : {};
}

/** At most two of a stateless front (gateway, query frontend), one where its backends have one. */
export function frontReplicas(behind: { readonly replicas: number }): number {
  return Math.min(2, behind.replicas);
}
