import type { Artifact, Problem } from '@bud-o11y/model';
import type { Change, Plan, TargetIdentity } from '../plan/plan.ts';
import type { DesiredObject, Snapshot } from '../plan/snapshot.ts';

/** Who holds a lock: enough to find the process, and to see that it is gone. `since` is an ISO 8601 time. */
export interface LockHolder {
  readonly run: string;
  readonly pid: number;
  readonly host: string;
  /** Identity of the machine's boot and of the process' start; empty where the system does not tell. */
  readonly boot: string;
  readonly started: string;
  readonly since: string;
}

/** `unknown`: the holder is on another machine, or the lock cannot be read. */
export type Liveness = 'alive' | 'dead' | 'unknown';

export interface LockState {
  /** Absent when the lock cannot be read. */
  readonly holder?: LockHolder;
  readonly liveness: Liveness;
}

/** What a target makes of a bundle: pure, so that a plan can be made for a target that is not reachable. */
export interface Placement {
  readonly objects: readonly DesiredObject[];
  readonly problems: readonly Problem[];
}

/**
 * A place that artifacts are applied to. A target knows one server or folder; it knows nothing of waves, plans and
 * reports beyond their data. Every target passes `targetContract`.
 */
export interface Target {
  readonly identity: TargetIdentity;
  /** Gives every artifact its address and its bytes, in the order given. */
  place(artifacts: readonly Artifact[]): Placement;
  /** Reads what is there. Never writes, needs no lock. */
  snapshot(desired: readonly DesiredObject[]): Promise<Snapshot>;
  /** The text at an address, for a person to read; undefined when nothing readable is there. */
  read(address: string): Promise<string | undefined>;
  /** @throws AppError `lockHeld`, naming the holder. A lock whose holder is dead is taken over. */
  lock(): Promise<Session>;
  lockState(): Promise<LockState | undefined>;
  /** Removes a lock, whoever holds it. */
  breakLock(): Promise<void>;
}

/**
 * The right to write, from `lock` to `release`. After a kill at any moment a new session finds out what was written:
 * `begin` records the intent before the first write, `end` records what is there after the last one.
 */
export interface Session {
  /** The dead holder whose lock this session took over. */
  readonly takenOver?: LockHolder;
  begin(plan: Plan): Promise<void>;
  /**
   * Creates or updates one object, or adopts it without touching it.
   * @throws AppError `stalePlan` when what is there is not what the plan saw.
   */
  write(change: Change, text: string): Promise<void>;
  /** Deletes one object; one that is gone already counts as deleted. Throws as `write` does. */
  remove(change: Change): Promise<void>;
  end(): Promise<void>;
  release(): Promise<void>;
}
