import {
  type ControlPlane, type FakeKubernetes, adminToken, agreementPath, call, controlPlaneProgramNames, controlPlaneTokens, firstDisagreement, prepareAgreement, startControlPlane,
  startFakeKubernetes,
} from '@bud-o11y/deployer/testing';
import { kubernetesContract } from '@bud-o11y/deployer/testing/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { describeWithPrograms } from '../programs/for-specs.ts';

describeWithPrograms(controlPlaneProgramNames, 'Kubernetes', (programs) => {
  let real: ControlPlane;
  beforeAll(async () => {
    real = await startControlPlane(programs);
  }, 120_000);
  afterAll(() => real.close(), 60_000);

  kubernetesContract('a real control plane', async () => {
    const { url, ca } = real;
    return { admin: { url, ca, token: controlPlaneTokens.admin }, limited: { url, ca, token: controlPlaneTokens.limited }, close: async () => undefined };
  });

  describe('the fake', () => {
    let fake: FakeKubernetes;
    const servers = () => [{ url: real.url, ca: real.ca, token: controlPlaneTokens.admin }, { url: fake.url, token: adminToken }] as const;

    beforeAll(async () => {
      fake = await startFakeKubernetes();
      for (const server of servers()) {
        await prepareAgreement(server);
        while ((await call(server, 'GET', agreementPath)).status !== 200) await wait(100);
      }
    }, 60_000);
    afterAll(() => fake.close());

    it.each((['ConfigMap', 'Deployment', 'RuleSet'] as const).flatMap((kind) => [1, 2, 3, 4, 5].map((seed) => ({ kind, seed }))))(
      'agrees with it about 40 random writes to a $kind (seed $seed)',
      async ({ kind, seed }) => {
        expect(await firstDisagreement(...servers(), kind, seed, 40)).toBeUndefined();
      },
      30_000,
    );
  });
});
