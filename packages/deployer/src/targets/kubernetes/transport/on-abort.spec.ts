import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { onAbort } from './on-abort.ts';

describe('onAbort', () => {
  it('calls all who wait, once, through one listener', () => {
    const stop = new AbortController();
    const called: number[] = [];
    for (const number of [1, 2, 3]) onAbort(stop.signal, () => called.push(number));
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
    stop.abort();
    stop.abort();
    expect(called).toEqual([1, 2, 3]);
  });

  it('forgets who no longer waits, also while it calls the others', () => {
    const stop = new AbortController();
    const called: number[] = [];
    const forget = onAbort(stop.signal, () => called.push(1));
    onAbort(stop.signal, () => forgetLast());
    const forgetLast = onAbort(stop.signal, () => called.push(3));
    forget();
    stop.abort();
    expect(called).toEqual([]);
  });

  it('keeps signals apart, and calls nothing for one that is aborted already', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const called: string[] = [];
    onAbort(one.signal, () => called.push('one'));
    onAbort(other.signal, () => called.push('other'));
    one.abort();
    onAbort(one.signal, () => called.push('late'));
    expect(called).toEqual(['one']);
  });
});
