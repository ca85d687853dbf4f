import { describe, expect, it } from '@jest/globals';
import { didYouMean, unknownKeys } from './unknown-keys.ts';

describe('unknownKeys', () => {
  it.each([
    { value: { name: 'a', interval: '1m' }, unknown: [] },
    { value: { nmae: 'a' }, unknown: [{ key: 'nmae', fix: 'did you mean name?' }] },
    { value: { name: 'a', partial_response: undefined }, unknown: [{ key: 'partial_response', fix: 'remove it' }] },
  ])('of $value', ({ value, unknown }) => {
    expect(unknownKeys(value, ['name', 'interval'])).toEqual(unknown);
  });
});

describe('didYouMean', () => {
  it.each([
    { word: 'warn', guess: 'did you mean warning?' },
    { word: 'xyz', guess: undefined },
  ])('$word: $guess', ({ word, guess }) => {
    expect(didYouMean(word, ['critical', 'warning', 'info'])).toBe(guess);
  });
});
