import type { Change, Held, Plan } from './plan.ts';

/** What of a plan is not the bundle's doing. */
export interface Drift {
  /** Changed by others, and set back by an apply. */
  readonly changes: readonly Change[];
  /** In dispute, or refused by the server, as an object is whose edit does not go together with ours: an apply leaves it. */
  readonly held: readonly Held[];
  /** Of kinds that the server does not serve: there is nothing to compare. */
  readonly blocked: readonly Held[];
}

export function driftOf({ changes, held }: Plan): Drift {
  return {
    changes: changes.filter((change) => change.drift !== undefined || change.action === 'takeBack'),
    held: held.filter(({ reason }) => reason !== 'blocked'),
    blocked: held.filter(({ reason }) => reason === 'blocked'),
  };
}
