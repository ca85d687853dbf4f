import type { Clock } from './clock.ts';
import { cancelled } from './clock.ts';
import { latencyWindows } from './latency.ts';
import { onAbort } from './on-abort.ts';

/** How an attempt ended: `throttled` is 429 or 503, `failed` anything else that says nothing about the server's load. */
export type Ending = 'succeeded' | 'throttled' | 'failed';

/** The right to have one request on the wire. */
export interface Permit {
  /** `measured`: whether its duration is comparable with that of the other measured ones, as single writes are. */
  leave(ending: Ending, measured: boolean): void;
}

export interface Limiter {
  /** @throws AppError `cancelled` when the signal is aborted while waiting. */
  enter(signal?: AbortSignal): Promise<Permit>;
  /** Tells whether an answer carried the mark of API Priority and Fairness. */
  sawFlowControl(present: boolean): void;
  /** How many requests may be on the wire now. */
  readonly limit: number;
}

const first = 8;
const most = 32;
const slowFactor = 4;
/** Below this a slow answer is the noise of two machines, not the load of one. */
const slowFloorMs = 100;
const spacingMs = 1000 / 50;
/** So many more at once are tried before they are judged: what a single one brings is less than the noise. */
const stride = 4;
/** They are worth it from this gain of throughput on. */
const gain = 1.03;
/** Windows to wait after they brought nothing. */
const pause = 5;

/**
 * As many requests at once as the server can bear: starts with 8, one more per 50 successes up to 32 while throughput
 * still rises (four more that bring nothing are taken back, and tried again later); half after a 429, a 503 or writes four times as slow as the best ones. One bad moment halves once,
 * however many requests met it. A server without API Priority and Fairness gets 50 requests per second at most.
 */
export function adaptiveLimiter(clock: Clock): Limiter {
  const windows = latencyWindows(() => clock.now());
  const queue: (() => void)[] = [];
  let limit = first;
  let running = 0;
  /** Where the limit began to grow, and the throughput there; undefined while it does not. */
  let trial: { readonly from: number; readonly throughput: number } | undefined;
  let pausing = 0;
  let baseline = Number.POSITIVE_INFINITY;
  let lastCut = Number.NEGATIVE_INFINITY;
  let flowControl: 'unknown' | 'present' | 'absent' = 'unknown';
  let nextStart = 0;

  return {
    get limit() {
      return limit;
    },
    sawFlowControl(present) {
      if (flowControl !== 'present') flowControl = present ? 'present' : 'absent';
    },
    async enter(signal) {
      if (signal?.aborted === true) throw cancelled();
      if (running < limit) running += 1;
      else await turn(signal);
      try {
        await space(signal);
      } catch (thrown) {
        release();
        throw thrown;
      }
      const started = clock.now();
      return {
        leave(ending, measured) {
          const held = queue.length > 0 || running >= limit;
          if (ending === 'throttled') cut(started);
          if (ending === 'succeeded') judge(started, measured, held);
          release();
        },
      };
    },
  };

  /** Waits until somebody leaves; the place is handed over, `running` stays. */
  async function turn(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        forget?.();
        resolve();
      };
      const forget = signal === undefined ? undefined : onAbort(signal, () => {
        queue.splice(queue.indexOf(go), 1);
        reject(cancelled());
      });
      queue.push(go);
    });
  }

  function release(): void {
    running -= 1;
    while (running < limit) {
      const next = queue.shift();
      if (next === undefined) return;
      running += 1;
      next();
    }
  }

  async function space(signal: AbortSignal | undefined): Promise<void> {
    if (flowControl !== 'absent') return;
    const now = clock.now();
    const start = Math.max(now, nextStart);
    nextStart = start + spacingMs;
    if (start > now) await clock.sleep(start - now, signal);
  }

  function judge(started: number, measured: boolean, held: boolean): void {
    const window = windows.add(measured ? clock.now() - started : undefined, held);
    if (window === undefined) return;
    if (window.p95 !== undefined) {
      baseline = Math.min(baseline, window.p95);
      if (window.p95 > slowFloorMs && window.p95 > baseline * slowFactor) return cut(started);
    }
    if (window.saturated) climb(window.throughput);
  }

  function climb(throughput: number): void {
    if (pausing > 0) {
      pausing -= 1;
    } else if (trial !== undefined && limit < Math.min(most, trial.from + stride)) {
      limit += 1;
    } else if (trial !== undefined && throughput < trial.throughput * gain) {
      limit = trial.from;
      trial = undefined;
      pausing = pause;
    } else {
      trial = limit < most ? { from: limit, throughput } : undefined;
      limit = Math.min(most, limit + 1);
    }
  }

  /** What began before the last cut has met the same bad moment. */
  function cut(started: number): void {
    if (started <= lastCut) return;
    lastCut = clock.now();
    limit = Math.max(1, Math.floor(limit / 2));
    trial = undefined;
    pausing = 0;
  }
}
