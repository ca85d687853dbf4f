import type { Change, Plan } from '../plan/plan.ts';
import { waveNames } from '../plan/waves.ts';
import type { WaveTally } from './events.ts';

/** Counts per wave; every wave has a row, in order, also one in which nothing is. */
export function tallyOf(plan: Plan, done: readonly Change[]): readonly WaveTally[] {
  const count = (wave: string, ...actions: readonly string[]): number => done.filter((change) => change.wave === wave && actions.includes(change.action)).length;
  return waveNames.map((wave) => ({
    wave,
    created: count(wave, 'create'),
    updated: count(wave, 'update', 'takeBack', 'replace'),
    adopted: count(wave, 'adopt'),
    unchanged: plan.unchanged.filter((object) => object.wave === wave).length,
    deleted: count(wave, 'delete', 'forget'),
  }));
}
