import { describe, expect, it } from '@jest/globals';
import { problemText } from './problem-text.ts';

const said = { code: 'query-syntax', severity: 'error', what: 'this does not parse', why: 'nobody is paged', fix: 'close the bracket' } as const;

describe('problemText', () => {
  it.each([
    { where: { file: 'packages/a.ts', line: 3, column: 7, artifact: 'dashboard:a', path: 'panel 1' }, lines: ['packages/a.ts:3:7 error: this does not parse (query-syntax)', '  in:  dashboard:a panel 1', '  why: nobody is paged', '  fix: close the bracket'] },
    { where: {}, lines: ['error: this does not parse (query-syntax)', '  why: nobody is paged', '  fix: close the bracket'] },
  ])('says where, what, why and what to do: $where', ({ where, lines }) => {
    expect(problemText({ ...said, where }).split('\n')).toEqual(lines);
  });
});
