import { adminToken, startFakeKubernetes } from '../../fakes/kubernetes/index.ts';
import { fastClock } from '../../fixtures/cluster.ts';
import { clusterSubject } from '../../fixtures/cluster-subject.ts';
import { targetContract } from '../contract.ts';

// The same suite runs against a real control plane: tools/src/real/target.spec.ts.
targetContract('kubernetes', async (test) => {
  const fake = await startFakeKubernetes();
  try {
    await clusterSubject({ server: { url: fake.url, token: adminToken }, namespace: 'observability-dev', clock: fastClock(50) }, test);
  } finally {
    await fake.close();
  }
});
