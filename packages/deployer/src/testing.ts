// What specs and benchmarks of other projects run against. Not part of the product: nothing that runs in an apply may import it.
// The contract is an entry of its own (testing-contract.ts), because it exists only inside jest.
export { type CallOptions, type CallReply, type ServerAddress, applyAs, call, metadataList, patchTypes } from './fakes/client.ts';
export { type ControlPlanePrograms, controlPlaneProgramNames } from './fakes/control-plane/programs.ts';
export { type ControlPlane, controlPlaneTokens, startControlPlane } from './fakes/control-plane/start.ts';
export { type FakeKubernetes, type FakeOptions, adminToken, startFakeKubernetes } from './fakes/kubernetes/index.ts';
export { agreementPath, firstDisagreement, prepareAgreement } from './fakes/kubernetes/contract/agreement.ts';
export { type FakeProcess, startFakeProcess } from './fakes/kubernetes/process.ts';
