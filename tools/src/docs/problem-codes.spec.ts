import { checks } from '@bud-o11y/checks';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, textOf } from '../conventions/workspace.ts';
import { problemCodes } from './problem-codes.ts';

const sources = [...filesBelow('packages'), ...filesBelow('tools/src')].filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|\/fixtures|\/testing\/|\/targets\/contract\.ts$|\/docs\//.test(path));
const used = new Set(sources.flatMap((path) => [...textOf(path).matchAll(/(?:\bcode: |\bproblem\()'([a-z]+-[a-z-]+)'/g)].map(([, code = '']) => code)));
const ids = new Set<string>(checks.map(({ id }) => id));

describe('problem codes', () => {
  it('that no check owns have a row in tools/src/docs/problem-codes.ts', () => {
    expect([...used].filter((code) => !ids.has(code) && !(code in problemCodes))).toEqual([]);
  });

  it('are written out where a problem is made: what is put together from parts is in no table', () => {
    expect(sources.filter((path) => /\bcode: `/.test(textOf(path)))).toEqual([]);
  });

  it('with a row are in use', () => {
    expect(Object.keys(problemCodes).filter((code) => !used.has(code))).toEqual([]);
  });

  it('are in order, each once', () => {
    expect(Object.keys(problemCodes)).toEqual(Object.keys(problemCodes).sort());
    expect(Object.keys(problemCodes).filter((code) => ids.has(code))).toEqual([]);
  });
});
