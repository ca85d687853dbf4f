import type { ObjectKey } from '../../../objects/index.ts';
import { cancelled } from '../transport/clock.ts';
import type { Clock } from '../transport/index.ts';
import type { Collection } from './collection.ts';
import { changeOr } from './wait-ready.ts';

interface Waiting {
  readonly key: ObjectKey;
  readonly uid: string;
  readonly collection: Collection;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Waits until an object is gone, or another one has its name; false when the time is up. @throws AppError `cancelled` on the signal. */
export async function waitGone({ key, uid, collection, clock, timeoutMs, signal }: Waiting): Promise<boolean> {
  const until = clock.now() + timeoutMs;
  await changeOr(collection.opened(), timeoutMs, clock, signal);
  for (;;) {
    if (signal.aborted) throw cancelled();
    const changed = collection.change(key);
    changed.catch(() => undefined);
    const left = until - clock.now();
    if (left <= 0) return false;
    if (collection.get(key)?.metadata.uid !== uid) return true;
    await changeOr(changed, left, clock, signal);
  }
}
