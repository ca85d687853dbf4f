import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@bud-o11y/model';

/** Time, so that a test can be the one who passes it. */
export interface Clock {
  /** Monotonic milliseconds from an arbitrary start; never compared with another machine's. */
  now(): number;
  /** Milliseconds since 1970, for what servers and plugins date: `Retry-After`, expiry of a token. */
  wall(): number;
  /** @throws AppError `cancelled` when the signal is or becomes aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch (thrown) {
      if (signal?.aborted === true) throw cancelled();
      throw thrown;
    }
  },
};

/** What every waiting or sending function throws when its signal is aborted. */
export function cancelled(): AppError {
  return new AppError('cancelled', 'cancelled while talking to the API server');
}
