import type { AppError, Artifact, Problem } from '@bud-o11y/model';
import type { Action, Change, Plan, TargetIdentity } from '../plan/plan.ts';
import type { DesiredObject, InventoryState } from '../plan/snapshot.ts';

/** Who holds a lock: enough to find the process, and to see that it is gone. `since` is an ISO 8601 time. */
export interface LockHolder {
  readonly run: string;
  /** Where it runs, for a person: `process 4711 on build-3`. */
  readonly at: string;
  readonly since: string;
}

/** `unknown`: the holder cannot be seen from here, or the lock cannot be read. */
export type Liveness = 'alive' | 'dead' | 'unknown';

export interface LockState {
  /** Absent when the lock cannot be read. */
  readonly holder?: LockHolder;
  readonly liveness: Liveness;
  /** Of a lock that its holder renews: when it last did, by its own clock, and after how many seconds without a renewal the next apply takes it over. */
  readonly expiry?: { readonly renewed: string; readonly seconds: number };
  /** It was watched for `watchSeconds`, and not renewed. */
  readonly silent?: true;
}

/** A holder that renews its lock does so every 15 seconds: a little longer is enough to see one that lives. */
export const watchSeconds = 20;

export interface LockLook {
  /** Takes the time to see whether the holder lives, where one look does not tell: up to `watchSeconds`. */
  readonly watch?: boolean;
  readonly signal?: AbortSignal;
}

/** What a target makes of a bundle: pure, so that a plan can be made for a target that is not reachable. */
export interface Placement {
  readonly objects: readonly DesiredObject[];
  readonly problems: readonly Problem[];
}

/**
 * How closely a plan looks at what is there. `quick` asks only about what is in doubt, `full` also shows what each update
 * changes, `deep` trusts no record and asks about everything. A directory is always read as a whole.
 */
export type PlanDepth = 'quick' | 'full' | 'deep';

export interface PlanOptions {
  readonly depth: PlanDepth;
  /** Whether foreign objects that are in the way may be taken over. */
  readonly adopt?: boolean;
  readonly signal?: AbortSignal;
}

/** A plan, and how much of the target is ours. */
export interface TargetPlan {
  readonly plan: Plan;
  readonly inventory: InventoryState;
  /** Number of objects that the inventory lists. */
  readonly owned: number;
  /** Why its deletions are more than may be done without review; empty when they are not. */
  readonly budget: readonly Problem[];
}

/** What is there and not as it should be by its own account. */
export interface Unready {
  readonly address: string;
  readonly reason: string;
}

/**
 * A place that artifacts are applied to. A target knows one server or folder; it knows nothing of waves, runs and
 * reports beyond their data. Every target passes `targetContract`.
 */
export interface Target {
  readonly identity: TargetIdentity;
  /** Gives every artifact its address and its bytes, in the order given. */
  place(artifacts: readonly Artifact[]): Placement;
  /** Compares what shall be with what is there. Never writes, needs no lock. */
  plan(desired: readonly DesiredObject[], options: PlanOptions): Promise<TargetPlan>;
  /** What stands at an address in the form of a desired text, for a person to read; undefined when nothing readable is there. */
  read(address: string): Promise<string | undefined>;
  /** Those of the objects that do not work yet, where a target can tell. */
  unready(objects: readonly DesiredObject[]): Promise<readonly Unready[]>;
  /** Whether the right to do all of this is there: one Problem for each that is missing, before anything is written. */
  permissions(plan: Plan): Promise<readonly Problem[]>;
  /** @throws AppError `lockHeld`, naming the holder. A lock whose holder is dead is taken over. */
  lock(options?: LockOptions): Promise<Session>;
  lockState(look?: LockLook): Promise<LockState | undefined>;
  /**
   * Removes the lock of this run; without one, a lock that cannot be read.
   * @throws AppError `lockHeld` when another run holds it by now.
   */
  breakLock(run: string | undefined): Promise<void>;
}

export interface LockOptions {
  readonly signal?: AbortSignal;
  /** Called once when somebody holds the lock and it takes so many milliseconds at the most to see whether they live. */
  readonly onWait?: (holder: LockHolder, waitMs: number) => void;
  /** Digest of what is applied, for the record. */
  readonly bundle?: string;
  /** Why, in the words of who runs it. */
  readonly reason?: string;
  /** How long one object may take to work, or to be gone, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * How a write ended. `conflict`: somebody else owns a field of it, and nothing was touched. `failed`: the target refused
 * this object; the others are not affected.
 */
export type Written =
  | { readonly outcome: 'written' | 'same'; readonly action?: Action; readonly warnings?: readonly string[] }
  | { readonly outcome: 'conflict'; readonly problem: Problem }
  /** `cleared`: the old object is gone, or goes, to make way for the new one, which is not there. */
  | { readonly outcome: 'failed'; readonly error: AppError; readonly cleared?: boolean };

export type Readiness = { readonly state: 'ready' } | { readonly state: 'failed' | 'timedOut'; readonly reason: string };

/** How a removal ended. `skipped`: what is there is not ours any more, and stays. */
export type Removed =
  | { readonly outcome: 'removed' | 'gone' }
  | { readonly outcome: 'skipped'; readonly why: string }
  | { readonly outcome: 'failed'; readonly error: AppError };

/**
 * The right to write, from `lock` to `release`. After a kill at any moment a new session finds out what was written:
 * `begin` records the intent before the first write, `end` records what is there after the last one.
 */
export interface Session {
  /** The dead holder whose lock this session took over. */
  readonly takenOver?: LockHolder;
  /** How many objects may be written at once. With 1 they are written in the order of the plan. */
  readonly concurrency: number;
  /** Aborted when the lock is lost: then nothing more may be written. */
  readonly lost?: AbortSignal;
  begin(plan: Plan): Promise<void>;
  /**
   * Creates or updates one object, or makes it ours.
   * @throws AppError what stops the whole run: `stalePlan` when what is there is not what the plan saw, `lockLost`, a
   * target that does not answer.
   */
  write(change: Change, object: DesiredObject): Promise<Written>;
  /** Waits until an object that is there works. The signal ends the waiting with `cancelled`. */
  ready(object: DesiredObject, signal: AbortSignal): Promise<Readiness>;
  /** Looks again at what is to be removed, once, before the first removal. */
  beforeRemovals(changes: readonly Change[]): Promise<void>;
  /** Deletes one object; one that is gone already counts as deleted. Throws as `write` does. */
  remove(change: Change, signal: AbortSignal): Promise<Removed>;
  /**
   * Records what is there. Gives what a person should know about the record itself; the run is not the worse for it.
   * @param outcome how the run ended, for the record
   */
  end(outcome: 'done' | 'stopped' | 'failed'): Promise<readonly Problem[]>;
  release(): Promise<void>;
}
