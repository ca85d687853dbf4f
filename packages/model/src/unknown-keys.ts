import { nearest } from './nearest.ts';

/** A key of an object that nobody reads, and what to do about it. */
export interface UnknownKey {
  readonly key: string;
  readonly fix: string;
}

/**
 * The keys of a declared object that are not among the known ones. Types guard literals only: a key that comes through a
 * spread or a cast is silently ignored by whoever renders the object, and by the rulers.
 */
export function unknownKeys(value: object, known: readonly string[]): readonly UnknownKey[] {
  return Object.keys(value).filter((key) => !known.includes(key)).map((key) => ({ key, fix: didYouMean(key, known) ?? 'remove it' }));
}

/** `did you mean x?`, where one of the candidates is near enough. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const guess = nearest(word, candidates);
  return guess === undefined ? undefined : `did you mean ${guess}?`;
}
