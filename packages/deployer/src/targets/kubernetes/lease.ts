import { AppError, toAppError } from '@bud-o11y/model';
import { inventoryName, type InventoryPlace } from './inventory/index.ts';
import { getLease, type LeaseHolder, type LeaseRecord, leaseSeconds, putLease } from './lease-record.ts';
import type { Api } from './transport/api.ts';
import { type Clock, systemClock } from './transport/clock.ts';

export type { LeaseHolder } from './lease-record.ts';

/** The lock of an environment, held by this process and renewed in the background until `release`. */
export interface HeldLease {
  readonly run: string;
  /** The holder that gave no sign of life, and whose lock this is now. */
  readonly takenOver?: LeaseHolder;
  /** Aborted when the lock is found to be lost. */
  readonly lost: AbortSignal;
  /**
   * To be called before every write. The server knows nothing of the lock: a process that was stopped and resumed must
   * notice by itself that its time is over, before anybody else may take the lock.
   * @throws AppError `lockLost`.
   */
  assertHeld(): void;
  /** Gives the lock back, if it is still ours. */
  release(): Promise<void>;
}

interface Acquiring {
  /** Once aborted, waiting ends. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Called once when somebody holds the lock and it has to be seen whether they live: so many milliseconds at the most. */
  readonly onWait?: (holder: LeaseHolder, waitMs: number) => void;
}

const renewMs = 15_000;
/** Longer than this after the last renewal nothing is written, though nobody may take the lock yet. */
const deadlineMs = 45_000;
/** How often the Lease of another holder is looked at. */
const pollMs = 2_000;

/**
 * Takes the lock of an environment. A holder is alive when it renews while we look, and gone when it does not for as
 * long as it promised: only our own clock counts, for those of other machines may be hours off.
 * @throws AppError `lockHeld` naming a holder that lives; `invalid` when the namespace is not there.
 */
export async function acquireLease(api: Api, place: InventoryPlace, self: Pick<LeaseHolder, 'run' | 'by'>, { signal, clock = systemClock, onWait }: Acquiring = {}): Promise<HeldLease> {
  let seen: { readonly version: string; readonly holder: LeaseHolder; readonly since: number } | undefined;
  for (;;) {
    const found = await getLease(api, place);
    const holder = found?.holder;
    if (holder === undefined || (seen !== undefined && seen.holder.run === holder.run && clock.now() - seen.since >= (found?.durationMs ?? 0))) {
      const taken = await claim(api, place, self, found, clock);
      if (taken !== undefined) return keep({ api, place, self, clock }, { record: taken.record, renewed: taken.sent, acquired: taken.acquired }, holder);
    } else {
      const version = found?.metadata.resourceVersion ?? '';
      if (seen !== undefined && seen.version !== version) throw held(place, holder);
      if (seen === undefined) {
        seen = { version, holder, since: clock.now() };
        onWait?.(holder, found?.durationMs ?? 0);
      }
      await clock.sleep(pollMs, signal);
    }
  }
}

/** Who holds the lock now; undefined when nobody does. Whether the holder lives cannot be told from one look. */
export async function readLease(api: Api, place: InventoryPlace): Promise<LeaseHolder | undefined> {
  return (await getLease(api, place))?.holder;
}

/**
 * Takes the lock from the run that is named, whether it lives or not; gives the holder that lost it, undefined when
 * nobody held it. A run that lives notices before its next write, at the latest when it renews.
 * @throws AppError `lockHeld` when another run holds it.
 */
export async function breakLease(api: Api, place: InventoryPlace, run: string, clock: Clock = systemClock): Promise<LeaseHolder | undefined> {
  const found = await getLease(api, place);
  if (found?.holder === undefined) return undefined;
  if (found.holder.run !== run) throw new AppError('lockHeld', `the lock ${inventoryName(place.environment)} is not held by run ${run}, but by ${holderText(found.holder)}`, { fix: `when that run is certainly gone, name it: \`npx bud-o11y unlock -e ${place.environment} --run ${found.holder.run}\`` });
  const wall = clock.wall();
  const freed = await putLease(api, place, found, { acquired: wall, renewed: wall, transitions: found.transitions });
  if (freed === undefined) throw new AppError('lockHeld', `run ${run} renewed the lock ${inventoryName(place.environment)} just now: it lives`, { fix: 'wait for it to end, or stop it first' });
  return found.holder;
}

interface Claimed {
  readonly record: LeaseRecord;
  /** Before the request was sent, on our clock: the server counts from later on. */
  readonly sent: number;
  /** Milliseconds since 1970. */
  readonly acquired: number;
}

/** Undefined when somebody else was faster. */
async function claim(api: Api, place: InventoryPlace, self: Pick<LeaseHolder, 'run' | 'by'>, found: LeaseRecord | undefined, clock: Clock): Promise<Claimed | undefined> {
  const [sent, acquired] = [clock.now(), clock.wall()];
  const record = (await putLease(api, place, found, { holder: self, acquired, renewed: acquired, transitions: found === undefined ? 0 : found.transitions + 1 })) ?? (await getLease(api, place));
  // After a lost answer the lock may be ours all the same: a run id is used once.
  return record?.holder?.run === self.run ? { record, sent, acquired } : undefined;
}

interface Holding {
  readonly api: Api;
  readonly place: InventoryPlace;
  readonly self: Pick<LeaseHolder, 'run' | 'by'>;
  readonly clock: Clock;
}

interface Held {
  readonly record: LeaseRecord;
  readonly renewed: number;
  readonly acquired: number;
}

function keep({ api, place, self, clock }: Holding, first: Held, takenOver: LeaseHolder | undefined): HeldLease {
  const lost = new AbortController();
  const stop = new AbortController();
  let { record, renewed } = first;
  let why = '';
  /** Why the last renewal failed. */
  let obstacle = '';
  const name = inventoryName(place.environment);
  const lose = (reason: string): void => {
    why = reason;
    lost.abort();
    stop.abort();
  };
  const renewing = renewUntilStopped();

  return {
    run: self.run,
    ...(takenOver === undefined ? {} : { takenOver }),
    lost: lost.signal,
    assertHeld() {
      checkDeadline();
      if (lost.signal.aborted) throw new AppError('lockLost', `the lock ${name} is no longer ours: ${why}`);
    },
    async release() {
      stop.abort();
      await renewing;
      if (lost.signal.aborted) return;
      const claim = { acquired: first.acquired, renewed: clock.wall(), transitions: record.transitions };
      if ((await putLease(api, place, record, claim)) !== undefined) return;
      // Changed: by our own last renewal, which `stop` broke off after it had arrived; or by somebody who has it now.
      const found = await getLease(api, place);
      if (found?.holder?.run === self.run) await putLease(api, place, found, claim);
    },
  };

  async function renewUntilStopped(): Promise<void> {
    while (!stop.signal.aborted) {
      await clock.sleep(renewMs, stop.signal).catch(ignoreStop);
      if (!stop.signal.aborted) await renew();
    }
  }

  async function renew(): Promise<void> {
    try {
      const reason = await renewOnce();
      if (reason !== undefined) lose(reason);
    } catch (thrown) {
      // There are further tries until the deadline.
      if (thrown instanceof AppError) obstacle = thrown.message;
      else lose(toAppError(thrown).message);
    }
    if (!stop.signal.aborted) checkDeadline();
  }

  /** Why the lock is not ours any more; undefined when it is. */
  async function renewOnce(): Promise<string | undefined> {
    const sent = clock.now();
    const claim = { holder: self, acquired: first.acquired, renewed: clock.wall(), transitions: record.transitions };
    let next = await putLease(api, place, record, claim, stop.signal);
    if (next === undefined) {
      // Changed by our own renewal, whose answer was lost, or by somebody else.
      const found = await getLease(api, place);
      if (found?.holder?.run !== self.run) return found?.holder === undefined ? 'somebody broke it' : `it is held by ${holderText(found.holder)}`;
      next = await putLease(api, place, found, claim, stop.signal);
    }
    if (next === undefined) return 'somebody writes it too';
    [record, renewed] = [next, sent];
    return undefined;
  }

  function checkDeadline(): void {
    if (!lost.signal.aborted && clock.now() >= renewed + deadlineMs) lose(`it could not be renewed for ${deadlineMs / 1000} seconds${obstacle === '' ? '' : ` (${obstacle})`}`);
  }
}

function held(place: InventoryPlace, holder: LeaseHolder): AppError {
  return new AppError('lockHeld', `another apply of ${place.environment} is running: ${holderText(holder)}`, { details: { run: holder.run, since: holder.since }, fix: `wait for it to end; the lock of a run that died frees itself after ${leaseSeconds} seconds` });
}

function holderText({ run, by, since }: LeaseHolder): string {
  return [`run ${run}`, by === '' ? '' : `of ${by}`, since === '' ? '' : `since ${since}`].filter((part) => part !== '').join(' ');
}

function ignoreStop(thrown: unknown): void {
  if (!(thrown instanceof AppError && thrown.code === 'cancelled')) throw thrown;
}
