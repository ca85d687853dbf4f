import { describe, expect, it } from '@jest/globals';
import { seeded } from '../fixtures/random.ts';
import type { Change, Plan } from '../plan/plan.ts';
import type { DesiredObject } from '../plan/snapshot.ts';
import { schedule } from './schedule.ts';

const object = (address: string, needs: readonly string[] = []): DesiredObject => ({ address, artifact: address, wave: 'backends', needs, digest: 'd', text: '' });
const change = ({ address, artifact, wave }: DesiredObject): Change => ({ action: 'create', address, artifact, wave, to: 'd' });

function planOf(writes: readonly DesiredObject[], more: Partial<Plan> = {}): Plan {
  return { environment: 'dev', target: { kind: 'k', address: 'a' }, changes: writes.map(change), unchanged: [], held: [], kept: [], missing: [], unsettled: new Set(), conflicts: [], warnings: [], untidy: false, ...more };
}

/** The steps that may start now, by address. */
function startable(made: ReturnType<typeof schedule>): readonly string[] {
  const found: string[] = [];
  for (let step = made.schedule.next(); step !== undefined; step = made.schedule.next()) found.push(step.object.address);
  return found;
}

function scheduleOf(writes: readonly DesiredObject[], more: Partial<Plan> = {}, others: readonly DesiredObject[] = []): ReturnType<typeof schedule> {
  return schedule(planOf(writes, more), new Map([...writes, ...others].map((one) => [one.address, one])));
}

describe('schedule', () => {
  it('gives the steps of the plan in its order, as far as their needs are in place', () => {
    const made = scheduleOf([object('a'), object('b', ['a']), object('c'), object('d', ['b', 'c'])]);
    expect(startable(made)).toEqual(['a', 'c']);
    made.schedule.done(stepAt(made, 'c'));
    expect(startable(made)).toEqual([]);
    made.schedule.done(stepAt(made, 'a'));
    expect(startable(made)).toEqual(['b']);
    made.schedule.done(stepAt(made, 'b'));
    expect(startable(made)).toEqual(['d']);
    expect(made.schedule.waiting).toBe(0);
  });

  it('takes a need that is not in the run as in place', () => {
    expect(startable(scheduleOf([object('a', ['unchanged', 'of-others'])]))).toEqual(['a']);
  });

  it('waits for what is unchanged where something needs it, and for what an earlier run left', () => {
    const [base, left] = [object('base'), object('left')];
    const made = scheduleOf([object('a', ['base'])], { unchanged: [base, left, object('idle')], unsettled: new Set(['left']) }, [base, left]);
    expect(startable(made)).toEqual(['base', 'left']);
    expect(made.steps.filter((step) => step.change === undefined).map((step) => step.object.address)).toEqual(['base', 'left']);
  });

  it('rules out what needs something that failed, through every step between', () => {
    const made = scheduleOf([object('a'), object('b', ['a']), object('c', ['b']), object('d')]);
    startable(made);
    expect(made.schedule.failed('a').map(({ step, because }) => [step.object.address, because])).toEqual([['b', 'a'], ['c', 'a']]);
    made.schedule.done(stepAt(made, 'd'));
    expect(startable(made)).toEqual([]);
  });

  it('rules out from the beginning what needs something that is held', () => {
    const held = { reason: 'dispute', address: 'x', artifact: 'x', wave: 'backends', problem: { code: 'c', severity: 'error', where: {}, what: '', why: '', fix: '' } } as const;
    const made = scheduleOf([object('a', ['x']), object('b')], { held: [held] });
    expect(made.ruledOut.map(({ step }) => step.object.address)).toEqual(['a']);
    expect(startable(made)).toEqual(['b']);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))('starts everything exactly once, and nothing before its needs: seed %i', (seed) => {
    const random = seeded(seed);
    const objects = Array.from({ length: 40 }, (_, index) => object(`o${index}`, Array.from({ length: random.below(4) }, () => `o${random.below(index + 1)}`).filter((need) => need !== `o${index}`)));
    const made = scheduleOf(objects.toSorted(() => random.below(3) - 1));
    const [done, running] = [new Set<string>(), [] as ReturnType<typeof stepAt>[]];
    for (;;) {
      for (let step = made.schedule.next(); step !== undefined; step = made.schedule.next()) {
        expect({ seed, early: step.object.needs.filter((need) => !done.has(need)) }).toEqual({ seed, early: [] });
        running.push(step);
      }
      const [step] = running.splice(random.below(running.length), 1);
      if (step === undefined) break;
      done.add(step.object.address);
      made.schedule.done(step);
    }
    expect({ seed, done: done.size }).toEqual({ seed, done: 40 });
  });
});

function stepAt(made: ReturnType<typeof schedule>, address: string) {
  const step = made.steps.find((candidate) => candidate.object.address === address);
  if (step === undefined) throw new Error(`${address} is no step`);
  return step;
}
