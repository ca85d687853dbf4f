import { type LockState, watchSeconds } from '../targets/target.ts';

/** A lock in one line: its holder, since when, whether the holder still runs, and what becomes of the lock by itself. */
export function lockText({ holder, liveness, expiry, silent }: LockState): string {
  if (holder === undefined) return 'there, and cannot be read';
  const parts = [`run ${holder.run}`, holder.at, `since ${holder.since}`];
  if (liveness === 'alive') return [...parts, expiry === undefined ? 'running' : 'running: it renewed the lock while it was watched'].join(', ');
  if (liveness === 'dead') return [...parts, 'gone: the next apply takes the lock over'].join(', ');
  if (expiry === undefined) return [...parts, 'cannot be seen from here'].join(', ');
  return [
    ...parts,
    ...(silent === true ? [`no sign of life in ${watchSeconds} s`] : []),
    `last renewed ${expiry.renewed} by its own clock`,
    `free by itself ${expiry.seconds} s after the last renewal`,
  ].join(', ');
}
