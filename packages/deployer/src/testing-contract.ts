// The contract of Kubernetes servers and what drives the command line in specs of other projects; it can be loaded only inside jest.
export { kubernetesContract } from './fakes/kubernetes/contract/index.ts';
export type { ContractSubject } from './fakes/kubernetes/contract/subject.ts';
export { canary, type Canary, filesBelow, leaks, releaseWithSecrets } from './fixtures/canary.ts';
export { charts, clusterBundle, clusterEnvironment } from './fixtures/cluster.ts';
export { inTemporaryFolder, runLine, type Said } from './fixtures/host.ts';
export { packStandIns } from './fixtures/with-helm.ts';
export { findHelm } from './charts/helm.ts';
export { renderAll } from './bundle.ts';
export { clusterSubject } from './fixtures/cluster-subject.ts';
export { targetContract } from './targets/contract.ts';
export { systemClock } from './targets/kubernetes/transport/clock.ts';
