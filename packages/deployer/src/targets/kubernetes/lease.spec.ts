import { describe, expect, it } from '@jest/globals';
import type { FakeKubernetes } from '../../fakes/kubernetes/index.ts';
import { onFakeApi } from './fixtures/fake-api.ts';
import { type ManualClock, manualClock } from './fixtures/manual-clock.ts';
import { acquireLease, breakLease, type HeldLease, readLease } from './lease.ts';
import { microTime } from './lease-record.ts';
import type { Api } from './transport/api.ts';

const place = { environment: 'dev', namespace: 'obs' };
const me = { run: '1-me', by: 'https://ci.test/1' };
const other = { run: '2-other', by: 'you on machine' };

interface Scene {
  readonly api: Api;
  readonly fake: FakeKubernetes;
  readonly clock: ManualClock;
  /** Changes the Lease in the server, as another run would. */
  readonly write: (spec: object) => void;
}

async function scene(test: (scene: Scene) => Promise<void>): Promise<void> {
  await onFakeApi(async (api, fake) => {
    // Idle: nothing is on the wire, and what came back was handled.
    const idle = async (): Promise<void> => {
      for (let quiet = 0; quiet < 3; quiet += 1) {
        const before = fake.requests.all.length;
        await new Promise((resolve) => setTimeout(resolve, 4));
        if (fake.requests.all.length !== before || fake.requests.all.some(({ status }) => status === undefined)) quiet = -1;
      }
    };
    const write = (spec: object): void => {
      const live = fake.read('Lease', 'bud-o11y-dev', 'obs');
      fake.seed({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { ...live?.metadata, name: 'bud-o11y-dev', namespace: 'obs' }, spec: { ...(live?.['spec'] as object), ...spec } } as never);
    };
    await test({ api, fake, clock: manualClock({ idle }), write });
  });
}

const spec = (fake: FakeKubernetes): Record<string, unknown> => (fake.read('Lease', 'bud-o11y-dev', 'obs')?.['spec'] ?? {}) as Record<string, unknown>;
const heldBy = (who: { run: string; by: string }) => ({ holderIdentity: `${who.run} ${who.by}`, leaseDurationSeconds: 60, acquireTime: '2001-01-01T00:00:00.000000Z', renewTime: '2001-01-01T00:00:00.000000Z' });
const failure = (held: HeldLease): string => {
  try {
    held.assertHeld();
    return '';
  } catch (thrown) {
    return (thrown as Error).message;
  }
};

describe('acquireLease', () => {
  it('takes a free lock, renews it every 15 seconds, and gives it back', async () => await scene(async ({ api, fake, clock }) => {
    const held = await acquireLease(api, place, me, { clock });
    expect(spec(fake)).toEqual({ holderIdentity: '1-me https://ci.test/1', leaseDurationSeconds: 60, acquireTime: '2026-01-02T03:04:05.000000Z', renewTime: '2026-01-02T03:04:05.000000Z', leaseTransitions: 0 });
    await clock.advance(100_000);
    held.assertHeld();
    expect(spec(fake)).toMatchObject({ acquireTime: '2026-01-02T03:04:05.000000Z', renewTime: '2026-01-02T03:05:35.000000Z' });
    expect(await readLease(api, place)).toEqual({ ...me, since: '2026-01-02T03:04:05.000000Z', renewed: '2026-01-02T03:05:35.000000Z' });
    await held.release();
    expect(await readLease(api, place)).toBeUndefined();
    expect(clock.sleepers).toBe(0);
    const again = await acquireLease(api, place, other, { clock });
    expect(again.takenOver).toBeUndefined();
    expect(spec(fake)).toMatchObject({ leaseTransitions: 1 });
    await again.release();
  }));

  it('row 6: is refused as soon as the holder is seen to renew', async () => await scene(async ({ api, clock }) => {
    const first = await acquireLease(api, place, other, { clock });
    const waited: string[] = [];
    const second = acquireLease(api, place, me, { clock, onWait: ({ run }) => waited.push(run) });
    const refused = expect(second).rejects.toMatchObject({ code: 'lockHeld', message: expect.stringContaining('run 2-other of you on machine since 2026-01-02'), details: { run: '2-other' } });
    await clock.advance(20_000);
    await refused;
    expect(waited).toEqual(['2-other']);
    await first.release();
  }));

  it('row 9: takes over from a holder that does not renew for its 60 seconds, whatever its clock says', async () => await scene(async ({ api, clock, write }) => {
    write(heldBy(other));
    let taken: HeldLease | undefined;
    const taking = acquireLease(api, place, me, { clock }).then((held) => (taken = held));
    await clock.advance(59_000);
    expect(taken).toBeUndefined();
    await clock.advance(4_000);
    await taking;
    expect(taken?.takenOver).toMatchObject({ run: '2-other' });
    await taken?.release();
  }));

  it('gives a dead holder’s lock to one of two', async () => await scene(async ({ api, clock, write }) => {
    write(heldBy(other));
    const results = Promise.allSettled(['a', 'b'].map(async (run) => await acquireLease(api, place, { run, by: '' }, { clock })));
    await clock.advance(70_000);
    const settled = await results;
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const result of settled) if (result.status === 'fulfilled') await result.value.release();
  }));

  it('ends waiting when it is cancelled', async () => await scene(async ({ api, clock, write }) => {
    write(heldBy(other));
    const abort = new AbortController();
    const refused = expect(acquireLease(api, place, me, { clock, signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await clock.advance(5_000);
    abort.abort();
    await refused;
  }));

  it.each(['POST', 'PUT'])('row 13: knows its own lock when the answer to the %s was lost', async (method) => await scene(async ({ api, fake, clock, write }) => {
    if (method === 'PUT') write({ holderIdentity: '', leaseDurationSeconds: 1 });
    fake.faults.add({ match: (record) => record.method === method, fault: { do: 'reset', when: 'after' } });
    const held = await acquireLease(api, place, me, { clock });
    held.assertHeld();
    await clock.advance(20_000);
    expect(spec(fake)['renewTime']).toBe('2026-01-02T03:04:20.000000Z');
    await held.release();
  }));

  it('says that the namespace is missing', async () => await scene(async ({ api, clock }) => {
    await expect(acquireLease(api, { environment: 'dev', namespace: 'nowhere' }, me, { clock })).rejects.toMatchObject({ code: 'invalid' });
  }));
});

describe('a held lock', () => {
  it('row 7: is lost when somebody steals it', async () => await scene(async ({ api, fake, clock, write }) => {
    const held = await acquireLease(api, place, me, { clock });
    write(heldBy(other));
    held.assertHeld();
    await clock.advance(15_000);
    expect(held.lost.aborted).toBe(true);
    expect(failure(held)).toContain('it is held by run 2-other');
    await held.release();
    expect(spec(fake)['holderIdentity']).toBe('2-other you on machine');
  }));

  it('row 8: is lost to a process that was stopped for minutes, before anything else happens', async () => await scene(async ({ api, clock }) => {
    const held = await acquireLease(api, place, me, { clock });
    clock.stopFor(44_999);
    expect(failure(held)).toBe('');
    clock.stopFor(300_000);
    expect(failure(held)).toContain('could not be renewed for 45 seconds');
    expect(held.lost.aborted).toBe(true);
    await held.release();
  }));

  it('is lost when it cannot be renewed for 45 seconds, and not before', async () => await scene(async ({ api, fake, clock }) => {
    const held = await acquireLease(api, place, me, { clock });
    fake.faults.add({ match: /leases/, fault: { do: 'answer', code: 403, body: { kind: 'Status', status: 'Failure', code: 403, reason: 'Forbidden', message: 'no' } }, times: 100 });
    await clock.advance(44_999);
    expect(failure(held)).toBe('');
    await clock.advance(1);
    expect(failure(held)).toContain('could not be renewed for 45 seconds (write lease: no)');
    expect(held.lost.aborted).toBe(true);
    fake.faults.clear();
    await held.release();
  }));

  it('survives failures of the server that pass', async () => await scene(async ({ api, fake, clock }) => {
    const held = await acquireLease(api, place, me, { clock });
    fake.faults.add({ match: (record) => record.method === 'PUT', fault: { do: 'reset', when: 'after' }, times: 1 });
    fake.faults.add({ match: (record) => record.method === 'PUT', fault: { do: 'answer', code: 503, body: {} }, times: 1 });
    await clock.advance(40_000);
    held.assertHeld();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await clock.advance(40_000);
    held.assertHeld();
    await held.release();
    expect(spec(fake)['holderIdentity']).toBe('');
  }));
});

describe('breakLease', () => {
  it('frees the lock of the run that is named, and that run notices', async () => await scene(async ({ api, clock }) => {
    const held = await acquireLease(api, place, me, { clock });
    await expect(breakLease(api, place, '9-typo', clock)).rejects.toMatchObject({ code: 'lockHeld', message: expect.stringContaining('1-me'), fix: expect.stringContaining('`npx bud-o11y unlock -e dev --run 1-me`') });
    expect(await breakLease(api, place, '1-me', clock)).toMatchObject(me);
    expect(await breakLease(api, place, '1-me', clock)).toBeUndefined();
    await clock.advance(15_000);
    expect(failure(held)).toContain('somebody broke it');
    await held.release();
  }));
});

describe('microTime', () => {
  it('has six digits behind the second', () => {
    expect(microTime(Date.parse('2026-01-02T03:04:05.678Z'))).toBe('2026-01-02T03:04:05.678000Z');
  });
});
