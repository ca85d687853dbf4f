import type { Problem } from '@bud-o11y/model';
import type { Action, TargetIdentity } from '../plan/plan.ts';
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

/** How an apply ended. `stopped`: asked to by a signal; `failed`: the target said no. */
export type Outcome = 'done' | 'stopped' | 'failed';

/** Everything that an apply says, in order. The first event announces the whole run; reporters know nothing else. */
export type ApplyEvent =
  | { readonly event: 'runStarted'; readonly schema: typeof eventSchema; readonly environment: string; readonly target: TargetIdentity; readonly waves: readonly { readonly wave: WaveName; readonly changes: number }[]; readonly changes: number; readonly unchanged: number }
  | { readonly event: 'problem'; readonly problem: Problem }
  | { readonly event: 'lockTakenOver'; readonly holder: LockHolder }
  | { readonly event: 'waveStarted'; readonly wave: WaveName; readonly changes: number }
  | { readonly event: 'objectChanged'; readonly wave: WaveName; readonly action: Action; readonly address: string; readonly artifact: string; readonly done: number; readonly of: number }
  | { readonly event: 'waveFinished'; readonly wave: WaveName }
  | { readonly event: 'pruneStarted'; readonly changes: number }
  | { readonly event: 'stopping'; readonly left: number }
  | { readonly event: 'runFinished'; readonly outcome: Outcome; readonly written: number; readonly waves: readonly WaveTally[] };
