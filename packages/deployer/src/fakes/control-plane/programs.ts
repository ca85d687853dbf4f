/** Paths of the programs that make a control plane. */
export interface ControlPlanePrograms {
  readonly etcd: string;
  readonly 'kube-apiserver': string;
  readonly 'kube-controller-manager': string;
  readonly 'kube-scheduler': string;
  readonly kwok: string;
}

/** Names of these programs, in the order in which they start. */
export const controlPlaneProgramNames = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const satisfies readonly (keyof ControlPlanePrograms)[];
