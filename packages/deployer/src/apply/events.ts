import type { Problem } from '@bud-o11y/model';
import type { Action, HoldReason, TargetIdentity } from '../plan/plan.ts';
import type { WaveName } from '../plan/waves.ts';
import type { LockHolder } from '../targets/target.ts';

/** Version of the event stream of `apply -o json`; it changes when a field is removed or changes its meaning. */
export const eventSchema = 1;

/** How many objects of a wave were treated in which way. */
export interface Tally {
  readonly created: number;
  readonly updated: number;
  readonly adopted: number;
  readonly unchanged: number;
  readonly deleted: number;
}

export interface WaveTally extends Tally {
  readonly wave: WaveName;
}

/**
 * How an apply ended. `incomplete`: it went as far as it could, and some objects were not carried out. `stopped`: asked to
 * by a signal. `failed`: the target said no to the whole run.
 */
export type Outcome = 'done' | 'incomplete' | 'stopped' | 'failed';

interface OfObject {
  readonly wave: WaveName;
  readonly address: string;
  readonly artifact: string;
}

/**
 * Everything that an apply says, in order; reporters know nothing else. `runStarted` announces the whole run: ahead of it
 * are only what may stop it (`problem`) and the waiting for the lock.
 */
export type ApplyEvent =
  | { readonly event: 'runStarted'; readonly schema: typeof eventSchema; readonly environment: string; readonly target: TargetIdentity; readonly waves: readonly { readonly wave: WaveName; readonly changes: number }[]; readonly changes: number; readonly unchanged: number }
  | { readonly event: 'problem'; readonly problem: Problem }
  /** Somebody holds the lock: it takes so many milliseconds at the most to see whether they live. */
  | { readonly event: 'lockAwaited'; readonly holder: LockHolder; readonly waitMs: number }
  | { readonly event: 'lockTakenOver'; readonly holder: LockHolder }
  | { readonly event: 'waveStarted'; readonly wave: WaveName; readonly changes: number }
  | ({ readonly event: 'objectChanged'; readonly action: Action; readonly done: number; readonly of: number; readonly warnings?: readonly string[] } & OfObject)
  /** Left alone: in the plan already, or because the write met somebody else's field. */
  | ({ readonly event: 'objectHeld'; readonly reason: HoldReason; readonly problem: Problem } & OfObject)
  /** Refused by the target, or written and not working. */
  | ({ readonly event: 'objectFailed'; readonly code: string; readonly message: string; readonly fix: string } & OfObject)
  /** Not begun, because something that it needs is not in place. */
  | ({ readonly event: 'objectSkipped'; readonly because: string } & OfObject)
  | { readonly event: 'waveFinished'; readonly wave: WaveName }
  | { readonly event: 'pruneStarted'; readonly changes: number }
  /** Nothing was deleted, because not everything else is in place. */
  | { readonly event: 'pruneSkipped'; readonly changes: number }
  | { readonly event: 'stopping'; readonly left: number }
  | { readonly event: 'runFinished'; readonly outcome: Outcome; readonly written: number; readonly waves: readonly WaveTally[] };
