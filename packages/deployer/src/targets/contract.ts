import { describe, expect, it } from '@jest/globals';
import { smallBundle } from '../fixtures/artifacts.ts';
import { applyOnce, planOnce } from '../fixtures/apply-once.ts';
import { isEmpty } from '../plan/plan.ts';
import type { Target } from './target.ts';

/** A target under test, and a way past it: what somebody else does to the place it writes to. */
export interface ContractSubject {
  readonly target: Target;
  readonly plant: (address: string, text: string) => Promise<void>;
  readonly destroy: (address: string) => Promise<void>;
}

/** What every target promises, whatever it writes to. `use` gives a fresh, empty subject to the function. */
export function targetContract(name: string, use: (test: (subject: ContractSubject) => Promise<void>) => Promise<void>): void {
  const addressOf = (target: Target, index: number): string => target.place(smallBundle())['objects'][index]?.address ?? '';

  describe(`the ${name} target`, () => {
    it('holds what was applied, and then has nothing to change', async () => await use(async ({ target }) => {
      expect(await applyOnce(target, smallBundle())).toEqual({ outcome: 'done', written: 5 });
      for (const object of target.place(smallBundle()).objects) expect(await target.read(object.address)).toBe(object.text);
      expect(isEmpty((await planOnce(target, smallBundle())).plan)).toBe(true);
    }));

    it('writes only what differs', async () => await use(async ({ target }) => {
      await applyOnce(target, smallBundle());
      const [first, ...rest] = smallBundle();
      const { plan } = await planOnce(target, [...smallBundle('2').slice(0, 1), ...rest]);
      expect(plan.changes.map(({ action, artifact }) => ({ action, artifact }))).toEqual([{ action: 'update', artifact: `${first?.kind}:${first?.name}` }]);
    }));

    it('deletes what it owns and the bundle no longer has, and nothing else', async () => await use(async ({ target, plant }) => {
      await applyOnce(target, smallBundle());
      const [gone, ...rest] = target.place(smallBundle()).objects;
      await plant(`${gone?.address}.of-others`, 'foreign');
      await applyOnce(target, smallBundle().slice(1));
      expect(await target.read(gone?.address ?? '')).toBeUndefined();
      for (const object of rest) expect(await target.read(object.address)).toBe(object.text);
      expect(await target.read(`${gone?.address}.of-others`)).toBe('foreign');
    }));

    it('refuses a foreign object in the way, and leaves it', async () => await use(async ({ target, plant }) => {
      await plant(addressOf(target, 0), 'foreign');
      const { plan } = await planOnce(target, smallBundle());
      expect(plan.conflicts.map(({ code, where }) => ({ code, path: where.path }))).toEqual([{ code: 'target-foreign-object', path: addressOf(target, 0) }]);
      expect(await target.read(addressOf(target, 0))).toBe('foreign');
    }));

    it('adopts a foreign object that is identical, then owns it', async () => await use(async ({ target, plant }) => {
      const [object] = target.place(smallBundle()).objects;
      await plant(object?.address ?? '', object?.text ?? '');
      const { plan } = await planOnce(target, smallBundle());
      expect(plan.changes.filter((change) => change.action === 'adopt').map((change) => change.address)).toEqual([object?.address]);
      await applyOnce(target, smallBundle());
      await applyOnce(target, smallBundle().slice(1));
      expect(await target.read(object?.address ?? '')).toBeUndefined();
    }));

    it('shows a hand edit with both digests, and takes it back', async () => await use(async ({ target, plant }) => {
      await applyOnce(target, smallBundle());
      const [object] = target.place(smallBundle()).objects;
      await plant(object?.address ?? '', 'edited by hand');
      const { plan } = await planOnce(target, smallBundle());
      expect(plan.changes).toEqual([expect.objectContaining({ action: 'update', address: object?.address, to: object?.digest, drift: { recorded: object?.digest } })]);
      await applyOnce(target, smallBundle());
      expect(await target.read(object?.address ?? '')).toBe(object?.text);
    }));

    it('restores an object that was removed by hand', async () => await use(async ({ target, destroy }) => {
      await applyOnce(target, smallBundle());
      const [object] = target.place(smallBundle()).objects;
      await destroy(object?.address ?? '');
      expect((await planOnce(target, smallBundle())).plan.changes).toEqual([expect.objectContaining({ action: 'create', drift: { recorded: object?.digest } })]);
    }));

    it('refuses to write over what changed after the plan', async () => await use(async ({ target, plant }) => {
      const session = await target.lock();
      const { plan, desired } = await planOnce(target, smallBundle());
      await session.begin(plan);
      const [change] = plan.changes;
      if (change === undefined) throw new Error('the plan is empty');
      await plant(change.address, 'came in between');
      await expect(session.write(change, desired.get(change.address)?.text ?? '')).rejects.toMatchObject({ code: 'stalePlan' });
      expect(await target.read(change.address)).toBe('came in between');
      await session.release();
    }));

    it('lets one session in, and the next one when it has ended', async () => await use(async ({ target }) => {
      const session = await target.lock();
      await expect(target.lock()).rejects.toMatchObject({ code: 'lockHeld' });
      await session.release();
      expect(await target.lockState()).toBeUndefined();
      await (await target.lock()).release();
    }));

    it('stops between two writes when it is asked to, and the next apply does the rest', async () => await use(async ({ target }) => {
      const stop = new AbortController();
      const result = await applyOnce(target, smallBundle(), { signal: stop.signal, emit: (event) => event.event === 'objectChanged' && event.done === 2 && stop.abort() });
      expect(result).toEqual({ outcome: 'stopped', written: 2 });
      expect(await applyOnce(target, smallBundle())).toEqual({ outcome: 'done', written: 3 });
    }));
  });
}
