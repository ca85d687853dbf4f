import { describe, expect, it } from '@jest/globals';
import { judge, reportText } from './tally.ts';

const many = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `m${from + index}`);
const tally = (mutants: readonly string[], caught: readonly string[]) => ({ mutants: new Set(mutants), caught: new Set(caught) });

describe('judge', () => {
  it('passes where enough is caught and the rest is listed', () => {
    const report = judge([tally(many(0, 50), many(0, 48)), tally(many(40, 60), many(48, 59))], [{ mutant: 'm59', reason: 'equal' }]);
    expect(report).toEqual({ total: 60, caught: 59, survivors: ['m59'], faults: [] });
    expect(reportText(report, [{ mutant: 'm59', reason: 'equal' }])).toBe('59 of 60 mutants caught (98.3%), 1 survive\n  m59\n    equal');
  });

  it.each([
    { name: 'an unlisted survivor', caught: 59, listed: [], faults: [/no case notices m59/] },
    { name: 'a listed one that is caught', caught: 60, listed: ['m59'], faults: [/m59 is listed as a survivor and is caught/] },
    { name: 'a listed one that is no mutant', caught: 60, listed: ['m99'], faults: [/m99 is listed as a survivor and is no mutant/] },
    { name: 'too many survivors, listed or not', caught: 56, listed: many(56, 60), faults: [/only 93\.3%/] },
  ])('reports $name', ({ caught, listed, faults }) => {
    const found = judge([tally(many(0, 60), many(0, caught))], listed.map((mutant) => ({ mutant, reason: '' }))).faults;
    expect(found).toHaveLength(faults.length);
    for (const [index, pattern] of faults.entries()) expect(found[index]).toMatch(pattern);
  });

  it('reports a run without a mutant', () => {
    expect(judge([], []).faults).toEqual([expect.stringMatching(/only 0\.0%/)]);
  });
});
