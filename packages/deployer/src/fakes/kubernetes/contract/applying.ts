import { describe, expect, it } from '@jest/globals';
import { applyAs, call, patchTypes } from '../../client.ts';
import { objectAt } from '../object.ts';
import { configMap, deployment } from './samples.ts';
import { type Use, appliedFields, metadataOf, refusal } from './subject.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const deployments = '/apis/apps/v1/namespaces/default/deployments';

/** What server-side apply does to objects. */
export function applyingContract(use: Use): void {
  describe('an apply', () => {
    it('creates, then changes nothing, then changes what differs', async () => {
      const { admin } = use();
      const created = await applyAs(admin, 'us', `${maps}/apply-a`, configMap('apply-a', { a: '1', b: '2' }));
      const again = await applyAs(admin, 'us', `${maps}/apply-a`, configMap('apply-a', { a: '1', b: '2' }));
      const changed = await applyAs(admin, 'us', `${maps}/apply-a`, configMap('apply-a', { a: '2' }));
      expect([created.status, again.status, changed.status]).toEqual([201, 200, 200]);
      expect(again.body).toEqual(created.body);
      expect(changed.body['data']).toEqual({ a: '2' });
      expect(metadataOf(changed)).toMatchObject({ uid: metadataOf(created)['uid'] });
      expect(metadataOf(changed)['resourceVersion']).not.toBe(metadataOf(created)['resourceVersion']);
    });

    it('that says a quantity in other words changes nothing', async () => {
      const { admin } = use();
      const created = await applyAs(admin, 'us', `${deployments}/apply-q`, deployment('apply-q', { spec: { paused: true } }));
      const again = await applyAs(admin, 'us', `${deployments}/apply-q`, deployment('apply-q', { spec: { paused: true } }));
      const limits = (object: object): unknown => (objectAt(object, 'spec', 'template', 'spec')['containers'] as { readonly resources: object }[])[0]?.resources;
      expect(limits(created.body)).toMatchObject({ limits: { cpu: '1', memory: '2Gi' } });
      expect(metadataOf(again)['generation']).toBe(1);
      expect(appliedFields(again, 'us')).toBe(appliedFields(created, 'us'));
    });

    it('as a dry run shows the result and leaves nothing', async () => {
      const { admin } = use();
      const reply = await applyAs(admin, 'us', `${maps}/apply-dry`, configMap('apply-dry', { a: '1' }), '&dryRun=All');
      expect(reply.status).toBe(201);
      expect(reply.body['data']).toEqual({ a: '1' });
      expect(metadataOf(reply)['resourceVersion']).toBeUndefined();
      expect((await call(admin, 'GET', `${maps}/apply-dry`)).status).toBe(404);
    });

    it('keeps what others own and takes away only what nobody does', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/apply-o`, configMap('apply-o', { ours: '1', shared: '1' }));
      await applyAs(admin, 'them', `${maps}/apply-o`, configMap('apply-o', { shared: '1', theirs: '1' }));
      const left = await applyAs(admin, 'us', `${maps}/apply-o`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'apply-o' } });
      expect(left.body['data']).toEqual({ shared: '1', theirs: '1' });
      expect(appliedFields(left, 'us')).toBeUndefined();
    });

    it('merges keyed lists by key: order as applied, items of others kept', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${deployments}/apply-l`, deployment('apply-l', { spec: { paused: true } }));
      const changed = await applyAs(admin, 'us', `${deployments}/apply-l`, deployment('apply-l', { spec: { paused: true }, container: { env: [{ name: 'B', value: 'two' }, { name: 'C', value: '3' }] } }));
      const [main] = objectAt(changed.body, 'spec', 'template', 'spec')['containers'] as readonly { readonly env: readonly object[] }[];
      expect(main?.env).toEqual([{ name: 'B', value: 'two' }, { name: 'C', value: '3' }]);
    });
  });

  describe('a conflict', () => {
    it('names manager, path and kind of write, and changes nothing', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/conflict-a`, configMap('conflict-a', { 'rules.yaml': '1', b: '1' }));
      await call(admin, 'PATCH', `${maps}/conflict-a?fieldManager=kubectl-edit`, { body: { data: { 'rules.yaml': 'edited' } }, contentType: patchTypes.merge });
      expect(refusal(await applyAs(admin, 'us', `${maps}/conflict-a`, configMap('conflict-a', { 'rules.yaml': '1', b: '1' })))).toEqual({
        status: 409,
        reason: 'Conflict',
        message: 'Apply failed with 1 conflict: conflict with "kubectl-edit" using v1: .data.rules.yaml',
        causes: [{ reason: 'FieldManagerConflict', message: 'conflict with "kubectl-edit" using v1', field: '.data.rules.yaml' }],
      });
      expect(refusal(await applyAs(admin, 'them', `${maps}/conflict-a`, configMap('conflict-a', { 'rules.yaml': '3', b: '3' }))).message).toBe(
        'Apply failed with 2 conflicts: conflicts with "kubectl-edit" using v1:\n- .data.rules.yaml\nconflicts with "us":\n- .data.b',
      );
      expect((await call(admin, 'GET', `${maps}/conflict-a`)).body['data']).toEqual({ 'rules.yaml': 'edited', b: '1' });
    });

    it('is won by force, which takes the fields from their owners', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/conflict-f`, configMap('conflict-f', { a: '1', b: '1' }));
      const forced = await applyAs(admin, 'them', `${maps}/conflict-f`, configMap('conflict-f', { a: '2' }), '&force=true');
      expect(forced.body['data']).toEqual({ a: '2', b: '1' });
      expect(appliedFields(forced, 'us')).toBe('{"f:data":{"f:b":{}}}');
      expect(appliedFields(forced, 'them')).toBe('{"f:data":{"f:a":{}}}');
    });

    it('is none where the values are the same', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/conflict-s`, configMap('conflict-s', { a: '1' }));
      const shared = await applyAs(admin, 'them', `${maps}/conflict-s`, configMap('conflict-s', { a: '1' }));
      expect(shared.status).toBe(200);
      expect(appliedFields(shared, 'us')).toBe(appliedFields(shared, 'them'));
    });

    it('with a written scale names the subresource', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${deployments}/conflict-h`, deployment('conflict-h', { spec: { paused: true } }));
      await call(admin, 'PATCH', `${deployments}/conflict-h/scale?fieldManager=autoscaler`, { body: { spec: { replicas: 5 } }, contentType: patchTypes.merge });
      const scaled = await call(admin, 'GET', `${deployments}/conflict-h`);
      expect(appliedFields(scaled, 'us')).not.toContain('f:replicas');
      expect(refusal(await applyAs(admin, 'us', `${deployments}/conflict-h`, deployment('conflict-h', { spec: { paused: true } }))).causes).toEqual([
        { reason: 'FieldManagerConflict', message: 'conflict with "autoscaler" with subresource "scale" using apps/v1', field: '.spec.replicas' },
      ]);
    });

    it('meets what was there before anybody was recorded', async () => {
      const { admin } = use();
      await applyAs(admin, 'us', `${maps}/conflict-r`, configMap('conflict-r', { a: '1' }));
      await call(admin, 'PATCH', `${maps}/conflict-r`, { body: [{ op: 'replace', path: '/metadata/managedFields', value: [{}] }], contentType: patchTypes.json });
      expect(refusal(await applyAs(admin, 'us', `${maps}/conflict-r`, configMap('conflict-r', { a: '2' }))).causes).toEqual([
        { reason: 'FieldManagerConflict', message: 'conflict with "before-first-apply" using v1', field: '.data.a' },
      ]);
    });
  });
}
