import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Makes a function that waits until what was handed to the HTTP client in this turn of the event loop is on the wire. It
 * is for many callers: those of one turn wait together.
 */
export function flushes(): () => Promise<void> {
  let next: Promise<void> | undefined;
  return async () => {
    next ??= nextTurn().finally(() => {
      next = undefined;
    });
    await next;
  };
}
