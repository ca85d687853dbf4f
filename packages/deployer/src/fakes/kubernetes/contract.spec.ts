import { kubernetesContract } from './contract/index.ts';
import { adminToken, startFakeKubernetes } from './index.ts';

kubernetesContract('the fake API server', async () => {
  const { url, close } = await startFakeKubernetes({ tokens: { 'limited-token': { name: 'limited', groups: ['system:authenticated'] } } });
  return { admin: { url, token: adminToken }, limited: { url, token: 'limited-token' }, close };
});
