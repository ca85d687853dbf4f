import { type ControlPlane, controlPlaneProgramNames, controlPlaneTokens, startControlPlane } from '@bud-o11y/deployer/testing';
import { clusterSubject, systemClock, targetContract } from '@bud-o11y/deployer/testing/contract';
import { afterAll, beforeAll } from '@jest/globals';
import { describeWithPrograms } from '../programs/for-specs.ts';

describeWithPrograms(controlPlaneProgramNames, 'on a real control plane', (programs) => {
  let plane: ControlPlane;
  let subjects = 0;
  beforeAll(async () => {
    plane = await startControlPlane(programs);
  }, 120_000);
  afterAll(() => plane.close(), 60_000);

  targetContract('kubernetes', async (test) => {
    const { url, ca } = plane;
    subjects += 1;
    await clusterSubject({ server: { url, ca, token: controlPlaneTokens.admin }, namespace: `contract-${subjects}`, clock: systemClock }, test);
  });
});
