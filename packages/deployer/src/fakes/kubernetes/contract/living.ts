import { describe, expect, it } from '@jest/globals';
import { applyAs, call, patchTypes } from '../../client.ts';
import { objectAt } from '../object.ts';
import { configMap, deployment } from './samples.ts';
import { type Use, eventually, freshNamespace, metadataOf, refusal } from './subject.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const nobody = '00000000-0000-4000-8000-000000000000';

/** How objects end, and how workloads come to be ready. */
export function livingContract(use: Use): void {
  describe('a deletion', () => {
    it('happens only to the object with the wanted uid', async () => {
      const { admin } = use();
      const { uid } = metadataOf(await applyAs(admin, 'us', `${maps}/gone-a`, configMap('gone-a', {})));
      const wrong = await call(admin, 'DELETE', `${maps}/gone-a`, { body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid: nobody } } });
      expect(refusal(wrong)).toMatchObject({ status: 409, reason: 'Conflict', message: `Operation cannot be fulfilled on ConfigMap "gone-a": the UID in the precondition (${nobody}) does not match the UID in record (${String(uid)}). The object might have been deleted and then recreated` });
      const right = await call(admin, 'DELETE', `${maps}/gone-a`, { body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } } });
      expect(right).toMatchObject({ status: 200, body: { kind: 'Status', status: 'Success', details: { name: 'gone-a', kind: 'configmaps', uid } } });
      expect(refusal(await call(admin, 'DELETE', `${maps}/gone-a`))).toMatchObject({ status: 404, message: 'configmaps "gone-a" not found' });
    });

    it('waits for finalizers', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/gone-f`, configMap('gone-f', {}, { finalizers: ['contract.test/hold'] }));
      const asked = await call(admin, 'DELETE', `${maps}/gone-f`);
      expect(metadataOf(asked)).toMatchObject({ finalizers: ['contract.test/hold'], deletionTimestamp: expect.any(String) });
      expect((await applyAs(admin, 'us', `${maps}/gone-f`, configMap('gone-f', { a: '1' }, { finalizers: ['contract.test/hold'] }))).status).toBe(200);
      await call(admin, 'PATCH', `${maps}/gone-f`, { body: { metadata: { finalizers: null } }, contentType: patchTypes.merge });
      expect((await call(admin, 'GET', `${maps}/gone-f`)).status).toBe(404);
    });

    it('of a namespace refuses what is new in it, and ends when it is empty', async () => {
      const { admin } = use();
      const namespace = await freshNamespace(use(), 'contract-ending');
      const held = `/api/v1/namespaces/${namespace}/configmaps/held`;
      await applyAs(admin, 'us', held, configMap('held', {}, { finalizers: ['contract.test/hold'] }));
      expect((await call(admin, 'DELETE', `/api/v1/namespaces/${namespace}`)).body).toMatchObject({ status: { phase: 'Terminating' } });
      expect(refusal(await applyAs(admin, 'us', `/api/v1/namespaces/${namespace}/configmaps/new`, configMap('new', {})))).toEqual({
        status: 403,
        reason: 'Forbidden',
        message: `configmaps "new" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
        causes: [{ reason: 'NamespaceTerminating', message: `namespace ${namespace} is being terminated`, field: 'metadata.namespace' }],
      });
      await eventually(admin, held, (reply) => metadataOf(reply)['deletionTimestamp'] !== undefined);
      await call(admin, 'PATCH', held, { body: { metadata: { finalizers: null } }, contentType: patchTypes.merge });
      expect((await eventually(admin, `/api/v1/namespaces/${namespace}`, ({ status }) => status === 404)).status).toBe(404);
    }, 60_000);
  });

  describe('a workload', () => {
    it('becomes ready at the generation that was applied', async () => {
      const { admin } = use();
      const path = '/apis/apps/v1/namespaces/default/deployments/living';
      await applyAs(admin, 'us', path, deployment('living'));
      const isReady = (generation: number) => ({ body }: { readonly body: object }): boolean => {
        const { observedGeneration, availableReplicas, updatedReplicas } = objectAt(body, 'status');
        return observedGeneration === generation && availableReplicas === 2 && updatedReplicas === 2;
      };
      expect(isReady(1)(await eventually(admin, path, isReady(1)))).toBe(true);
      const changed = await applyAs(admin, 'us', path, deployment('living', { container: { env: [{ name: 'NEW', value: '1' }] } }));
      expect(metadataOf(changed)['generation']).toBe(2);
      expect(isReady(2)(await eventually(admin, path, isReady(2)))).toBe(true);
    }, 60_000);
  });
}
