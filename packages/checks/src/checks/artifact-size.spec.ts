import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { artifactSize } from './artifact-size.ts';

const sized = (characters: number, letter = 'x') => problemsOf(artifactSize, [dashboard('a', { description: letter.repeat(characters) })]);

describe('artifact-size', () => {
  it('counts bytes, and leaves room for names and labels', () => {
    expect(sized(1_048_000)).toHaveLength(1);
    expect(sized(600_000, 'é')).toHaveLength(1);
    expect(sized(1_000_000)).toEqual([]);
  });

  it('finds a name that no object may have', () => {
    expect(problemsOf(artifactSize, [dashboard('a'.repeat(240))])).toHaveLength(1);
    expect(problemsOf(artifactSize, [dashboard('a'.repeat(230))])).toEqual([]);
  });
});
