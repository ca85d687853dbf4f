import { describe, expect, it } from '@jest/globals';
import { applyAs, call } from '../../client.ts';
import { type Use, metadataOf, refusal } from './subject.ts';

const leases = '/apis/coordination.k8s.io/v1/namespaces/default/leases';
const lease = (name: string, time: string, resourceVersion?: unknown): object => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  spec: { holderIdentity: 'one', leaseDurationSeconds: 60, renewTime: time },
});

/** Leases: times with six digits, and writes on the version that was read. */
export function lockingContract(use: Use): void {
  describe('a lease', () => {
    it('takes times with exactly six fractional digits', async () => {
      const { admin } = use();
      const three = '2026-01-01T00:00:00.103Z';
      expect(refusal(await call(admin, 'POST', leases, { body: lease('digits', three) }))).toMatchObject({ status: 400, message: expect.stringContaining('parsing time "2026-01-01T00:00:00.103Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse ".103Z" as ".000000"') });
      expect(refusal(await applyAs(admin, 'us', `${leases}/digits`, lease('digits', three)))).toMatchObject({ status: 500, message: expect.stringMatching(/^failed to convert new object \(\/digits; coordination.k8s.io\/v1, Kind=Lease\) to proper version: .*cannot parse ".103Z" as ".000000"$/) });
      expect((await call(admin, 'POST', leases, { body: lease('digits', '2026-01-01T00:00:00.103000Z') })).status).toBe(201);
    });

    it('is there once, and written only on the version that was read', async () => {
      const { admin } = use();
      const time = '2026-01-01T00:00:00.000000Z';
      const first = await call(admin, 'POST', leases, { body: lease('fenced', time) });
      expect(refusal(await call(admin, 'POST', leases, { body: lease('fenced', time) }))).toMatchObject({ status: 409, reason: 'AlreadyExists', message: 'leases.coordination.k8s.io "fenced" already exists' });
      const version = metadataOf(first)['resourceVersion'];
      const second = await call(admin, 'PUT', `${leases}/fenced`, { body: lease('fenced', '2026-01-01T00:00:01.000000Z', version) });
      expect(second.status).toBe(200);
      expect(refusal(await call(admin, 'PUT', `${leases}/fenced`, { body: lease('fenced', time, version) }))).toMatchObject({
        status: 409,
        reason: 'Conflict',
        message: 'Operation cannot be fulfilled on leases.coordination.k8s.io "fenced": the object has been modified; please apply your changes to the latest version and try again',
      });
      expect(refusal(await call(admin, 'PUT', `${leases}/fenced`, { body: lease('fenced', time) }))).toMatchObject({ status: 422, causes: [{ field: 'metadata.resourceVersion' }] });
    });
  });
}
