import type { LockState } from '../targets/target.ts';

const livenessText = { alive: 'running', dead: 'gone: the next apply takes the lock over', unknown: 'cannot be seen from here' } as const;

/** A lock in one line: its holder, since when, and whether the holder still runs. */
export function lockText({ holder, liveness }: LockState): string {
  if (holder === undefined) return 'there, and cannot be read';
  return `run ${holder.run}, ${holder.at}, since ${holder.since}, ${livenessText[liveness]}`;
}
