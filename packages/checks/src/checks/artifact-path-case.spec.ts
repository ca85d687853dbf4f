import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { artifactPathCase } from './artifact-path-case.ts';

describe('artifact-path-case', () => {
  it.each([
    ['paths equal but for case', [dashboard('Errors'), dashboard('errors')], 'dashboards/dev/errors.json differs only in case from dashboards/dev/Errors.json'],
    ['equal paths', [dashboard('errors'), { ...dashboard('errors'), source: 'b.ts' }], 'dashboards/dev/errors.json is written twice, by packages/dashboards/src/dashboards/errors/index.ts and by b.ts'],
    ['one id under two paths', [dashboard('errors'), { ...dashboard('errors'), path: 'dashboards/dev/other.json' }], 'has the id dashboard:errors, like dashboards/dev/errors.json'],
  ])('finds %s', (_, artifacts, what) => {
    expect(problemsOf(artifactPathCase, artifacts).map((problem) => problem.what)).toEqual([expect.stringContaining(what)]);
  });

  it('accepts names that differ in a letter', () => {
    expect(problemsOf(artifactPathCase, [dashboard('errors'), dashboard('error')])).toEqual([]);
  });
});
