import { AppError } from '@bud-o11y/model';
import type { Clock } from './clock.ts';
import type { Failure, Outcome } from './wire.ts';

interface RetryOptions {
  readonly clock: Clock;
  /** 0 or more, below 1. */
  readonly random: () => number;
  /** On `clock.now()`: no retry is begun that would end after it. */
  readonly deadline: number;
  readonly onRetry: () => void;
}

interface Attempts {
  readonly idempotent: boolean;
  /** Retried from a reserve when the budget is used up. */
  readonly reserved?: boolean;
  readonly signal?: AbortSignal;
}

/** The one retry policy of the transport; everything that is sent more than once goes through `run`. */
export interface Retry {
  /** @throws AppError of the last failure when it is permanent, or of the first one that may not be repeated. */
  run<T>(attempt: () => Promise<Outcome<T>>, attempts: Attempts): Promise<T>;
}

const shortestMs = 250;
const longestMs = 30_000;
const smallestBudget = 20;
const budgetShare = 0.1;
const firstContactRetries = 2;
/** Long enough for a server that starts again, well below the 60 seconds after which a lock frees itself. */
const reserveMs = 20_000;

/**
 * Retries what is idempotent and failed for a passing reason, after a decorrelated jitter of 250 ms to 30 s and never
 * before the server's own `Retry-After`. All requests of a run share a budget of 10 % of their number (20 at least), so a
 * server that melts is left alone; one that has never answered gets two retries. When the budget is used up, what is
 * reserved is still retried, for 20 s each: it is sent one at a time, and without it a run leaves its lock behind.
 */
export function retryPolicy({ clock, random, deadline, onRetry }: RetryOptions): Retry {
  let requests = 0;
  let retries = 0;
  let answered = false;

  return {
    async run(attempt, { idempotent, reserved = false, signal }) {
      requests += 1;
      const reserveEnd = reserved ? clock.now() + reserveMs : Number.NEGATIVE_INFINITY;
      let delay = shortestMs;
      for (let tried = 1; ; tried += 1) {
        const outcome = await attempt();
        if ('value' in outcome) {
          answered = true;
          return outcome.value;
        }
        const { failure } = outcome;
        answered ||= failure.status !== undefined;
        if (!idempotent || !failure.retryable) throw failure.error;
        delay = Math.min(longestMs, shortestMs + random() * (delay * 3 - shortestMs));
        const wait = Math.max(delay, failure.afterMs ?? 0);
        const obstacle = obstacleTo(tried, wait, reserveEnd);
        if (obstacle !== undefined) throw gaveUp(failure, tried, obstacle);
        retries += 1;
        onRetry();
        await clock.sleep(wait, signal);
      }
    },
  };

  function obstacleTo(tried: number, wait: number, reserveEnd: number): string | undefined {
    if (!answered && tried > firstContactRetries) return 'the server has not answered once';
    const budget = Math.max(smallestBudget, Math.floor(requests * budgetShare));
    if (retries >= budget && clock.now() + wait > reserveEnd) return `the retry budget of this run is used up (${budget} for ${requests} requests)`;
    if (clock.now() + wait > deadline) return 'another try would end after the deadline of this run';
    return undefined;
  }
}

function gaveUp({ error }: Failure, tried: number, obstacle: string): AppError {
  const attempts = tried === 1 ? '1 attempt' : `${tried} attempts`;
  return new AppError(error.code, `${error.message}; gave up after ${attempts}: ${obstacle}`, { cause: error.cause, details: error.details, fix: error.fix });
}
