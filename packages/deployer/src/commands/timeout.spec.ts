import { describe, expect, it } from '@jest/globals';
import { timeoutOf } from './timeout.ts';

describe('timeoutOf', () => {
  it.each([[undefined, undefined], ['1s', 1_000], ['90s', 90_000], ['24h', 86_400_000]])('%s is %s ms', (text, ms) => expect(timeoutOf(text)).toBe(ms));

  it.each([['soon', /no duration/], ['0s', /shorter than a second/], ['10ms', /shorter than a second/], ['25h', /longer than a day/], ['99999h', /longer than a day/]])('%s is refused', (text, says) => {
    expect(() => timeoutOf(text)).toThrow(expect.objectContaining({ code: 'usage', message: expect.stringMatching(says) }));
  });
});
