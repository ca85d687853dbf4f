import { bundleCheck } from '../check.ts';

/** No two environments in Kubernetes carry the same `k8s_cluster`, also when they share a cluster (decisions 2 and 14). */
export const environmentSharedCluster = bundleCheck({
  id: 'environment-shared-cluster',
  severity: 'error',
  why: 'notifications of the two cannot be told apart by k8s_cluster: the person on call looks at production for a fault of staging',
  appliesTo: [],
  *run({ environment, environments }) {
    if (environment.target.kind !== 'kubernetes') return;
    const others = environments.filter(({ name, target, k8sCluster }) => name !== environment.name && target.kind === 'kubernetes' && k8sCluster === environment.k8sCluster);
    if (others.length === 0) return;
    yield {
      file: `packages/model/src/environments/${environment.name}.ts`,
      at: 'k8sCluster',
      what: `k8sCluster is ${environment.k8sCluster} here and in ${others.map(({ name }) => name).join(', ')}`,
      fix: `choose a value of its own, such as bud-${environment.name}: it is a label, and need not be what the cluster is called`,
    };
  },
});
