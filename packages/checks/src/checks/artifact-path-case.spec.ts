import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { artifactPathCase } from './artifact-path-case.ts';

describe('artifact-path-case', () => {
  it.each([
    ['paths equal but for case', [dashboard('Errors'), dashboard('errors')]],
    ['equal paths', [dashboard('errors'), dashboard('errors')]],
    ['one id under two paths', [dashboard('errors'), { ...dashboard('errors'), path: 'dashboards/dev/other.json' }]],
  ])('finds %s', (_, artifacts) => {
    expect(problemsOf(artifactPathCase, artifacts)).toHaveLength(1);
  });

  it('accepts names that differ in a letter', () => {
    expect(problemsOf(artifactPathCase, [dashboard('errors'), dashboard('error')])).toEqual([]);
  });
});
