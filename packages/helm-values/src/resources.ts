/** Requests of one container. No CPU limit: throttling a store or a collector loses data; memory is limited to what is requested. */
export function resources(size: { readonly cpu: string; readonly memory: string }): { readonly requests: { readonly cpu: string; readonly memory: string }; readonly limits: { readonly memory: string } } {
  return { requests: { cpu: size.cpu, memory: size.memory }, limits: { memory: size.memory } };
}

/** At most two of a stateless front (gateway, query frontend), one where its backends have one. */
export function frontReplicas(behind: { readonly replicas: number }): number {
  return Math.min(2, behind.replicas);
}
