import { describe, expect, it } from '@jest/globals';
import { type Artifact, canonicalJson } from '@bud-o11y/model';
import { applyOnce, planOnce } from '../fixtures/apply-once.ts';
import { isEmpty } from '../plan/plan.ts';
import type { DesiredObject } from '../plan/snapshot.ts';
import type { Target } from './target.ts';

/** A target under test, and a way past it: what somebody else does to the place it writes to. */
export interface ContractSubject {
  readonly target: Target;
  /** Artifacts of several waves; another revision has other content. */
  readonly bundle: (revision?: string) => readonly Artifact[];
  /** Puts something of somebody else's there: other content than ours, or exactly ours. */
  readonly plant: (address: string, content: 'other' | 'same') => Promise<void>;
  /** Changes by hand what we wrote. */
  readonly edit: (address: string) => Promise<void>;
  readonly destroy: (address: string) => Promise<void>;
}

/** Addresses next to ours that are nobody's in the bundle. */
const stray = (address: string): string => `${address}.of-others`;

/** What every target promises, whatever it writes to. `use` gives a fresh, empty subject to the function. */
export function targetContract(name: string, use: (test: (subject: ContractSubject) => Promise<void>) => Promise<void>): void {
  const placed = ({ target, bundle }: ContractSubject, revision?: string): readonly DesiredObject[] => target.place(bundle(revision)).objects;
  /** The first object that an artifact of the bundle came to. */
  const firstOf = ({ target, bundle }: ContractSubject): DesiredObject => target.place(bundle()).objects.find((object) => object.artifact === idOf(bundle()[0])) as DesiredObject;
  const idOf = (artifact: Artifact | undefined): string => `${artifact?.kind}:${artifact?.name}`;
  const content = async (target: Target, address: string): Promise<string | undefined> => comparable(await target.read(address));

  describe(`the ${name} target`, () => {
    it('holds what was applied, and then has nothing to change', async () => await use(async (subject) => {
      const { target, bundle } = subject;
      expect(await applyOnce(target, bundle())).toMatchObject({ outcome: 'done', written: placed(subject).length });
      for (const object of placed(subject).filter(({ address }) => !/\/Namespace\//.test(address))) expect(await content(target, object.address)).toBe(comparable(object.text));
      expect(isEmpty((await planOnce(target, bundle())).plan)).toBe(true);
      expect(isEmpty((await planOnce(target, bundle(), { depth: 'deep' })).plan)).toBe(true);
    }));

    it('writes only what differs', async () => await use(async ({ target, bundle }) => {
      await applyOnce(target, bundle());
      const [first] = bundle();
      const { plan } = await planOnce(target, [...bundle('2').slice(0, 1), ...bundle().slice(1)]);
      expect(plan.changes.map(({ action, artifact }) => ({ action, artifact }))).toEqual([{ action: 'update', artifact: idOf(first) }]);
      expect(await applyOnce(target, [...bundle('2').slice(0, 1), ...bundle().slice(1)])).toMatchObject({ outcome: 'done', written: 1 });
    }));

    it('deletes what it owns and the bundle no longer has, and nothing else', async () => await use(async (subject) => {
      const { target, bundle, plant } = subject;
      await applyOnce(target, bundle());
      const gone = firstOf(subject);
      await plant(stray(gone.address), 'other');
      const foreign = await target.read(stray(gone.address));
      const before = await Promise.all(placed(subject).map(async ({ address }) => await target.read(address)));
      expect(await applyOnce(target, bundle().slice(1))).toMatchObject({ outcome: 'done', written: 1 });
      expect(await target.read(gone.address)).toBeUndefined();
      for (const [index, { address }] of target.place(bundle()).objects.entries()) if (address !== gone.address) expect(await target.read(address)).toBe(before[index]);
      expect(foreign).toBeDefined();
      expect(await target.read(stray(gone.address))).toBe(foreign);
    }));

    it('refuses a foreign object in the way, and leaves it', async () => await use(async (subject) => {
      const { target, bundle, plant } = subject;
      const { address } = firstOf(subject);
      await plant(address, 'other');
      const before = await target.read(address);
      const { plan } = await planOnce(target, bundle());
      expect(plan.conflicts.map(({ code, where }) => ({ code, path: where.path }))).toEqual([{ code: 'target-foreign-object', path: address }]);
      expect(await target.read(address)).toBe(before);
    }));

    it('adopts a foreign object that is identical, then owns it', async () => await use(async (subject) => {
      const { target, bundle, plant } = subject;
      const { address } = firstOf(subject);
      await plant(address, 'same');
      const options = { depth: 'full', adopt: true } as const;
      const { plan } = await planOnce(target, bundle(), options);
      expect(plan.changes.filter((change) => change.address === address).map(({ action }) => action)).toEqual(['adopt']);
      await applyOnce(target, bundle(), { options });
      expect(isEmpty((await planOnce(target, bundle())).plan)).toBe(true);
      await applyOnce(target, bundle().slice(1));
      expect(await target.read(address)).toBeUndefined();
    }));

    it('shows a hand edit with what was recorded, and takes it back', async () => await use(async (subject) => {
      const { target, bundle, edit } = subject;
      await applyOnce(target, bundle());
      const object = firstOf(subject);
      await edit(object.address);
      expect(await content(target, object.address)).not.toBe(comparable(object.text));
      const { plan } = await planOnce(target, bundle());
      expect(plan.changes).toEqual([expect.objectContaining({ action: expect.stringMatching(/^(update|takeBack)$/), address: object.address, to: object.digest, drift: { recorded: object.digest } })]);
      expect(await applyOnce(target, bundle())).toMatchObject({ outcome: 'done', written: 1 });
      expect(await content(target, object.address)).toBe(comparable(object.text));
    }));

    it('restores an object that was removed by hand', async () => await use(async (subject) => {
      const { target, bundle, destroy } = subject;
      await applyOnce(target, bundle());
      const object = firstOf(subject);
      await destroy(object.address);
      expect((await planOnce(target, bundle())).plan.changes).toEqual([expect.objectContaining({ action: 'create', drift: { recorded: object.digest } })]);
      await applyOnce(target, bundle());
      expect(await content(target, object.address)).toBe(comparable(object.text));
    }));

    it('does not write over what came after the plan', async () => await use(async (subject) => {
      const { target, bundle, plant } = subject;
      const session = await target.lock();
      const { plan, desired } = await planOnce(target, bundle());
      await session.begin(plan);
      const { address } = firstOf(subject);
      for (const change of plan.changes.filter((candidate) => candidate.wave === 'namespaces and storage')) await session.write(change, desired.get(change.address) as DesiredObject);
      const change = plan.changes.find((candidate) => candidate.address === address);
      if (change === undefined) throw new Error('the plan does not have it');
      await plant(address, 'other');
      const before = await target.read(address);
      const written = await session.write(change, desired.get(address) as DesiredObject).catch((thrown: unknown) => thrown);
      expect(written).toMatchObject('code' in (written as object) ? { code: 'stalePlan' } : { outcome: 'conflict' });
      expect(await target.read(address)).toBe(before);
      await session.release();
    }));

    it('lets one session in, and the next one when it has ended', async () => await use(async ({ target }) => {
      const session = await target.lock();
      await expect(target.lock()).rejects.toMatchObject({ code: 'lockHeld' });
      await session.release();
      expect(await target.lockState()).toBeUndefined();
      await (await target.lock()).release();
      // A holder that cannot be seen is alive when it renews, which may take a while.
    }), 60_000);

    it('begins nothing more when it is asked to stop, and the next apply does the rest', async () => await use(async (subject) => {
      const { target, bundle } = subject;
      const stop = new AbortController();
      const { concurrency, release } = await target.lock();
      await release();
      const first = await applyOnce(target, bundle(), { signal: stop.signal, emit: (event) => event.event === 'objectChanged' && event.done === 2 && stop.abort() });
      if (concurrency === 1) expect(first).toMatchObject({ outcome: 'stopped', written: 2 });
      expect(await applyOnce(target, bundle())).toMatchObject({ outcome: 'done', written: placed(subject).length - first.written });
    }));
  });
}

/** The same text for the same content: JSON may have its keys in another order. */
function comparable(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : canonicalJson(JSON.parse(text));
  } catch {
    return text;
  }
}
