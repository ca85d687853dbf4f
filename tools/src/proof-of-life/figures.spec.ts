import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { figures, isProven } from './figures.ts';
import type { Proof } from './proof.ts';

const proof: Proof = {
  environment: environmentNamed('production'), dashboards: [], panels: 7, observations: [],
  verdict: { queries: 5, runs: 10, declared: new Map([['board: panel 1', 'nothing happens']]), judged: 3, calm: ['board: panel 2'], faults: [] },
  logsAndTraces: { queries: 4, problems: [] },
};
const faulty: Proof = { ...proof, verdict: { ...proof.verdict, faults: [{ where: 'board: panel 3', kind: 'undeclared', what: 'empty' }] } };

describe('figures', () => {
  it.each([
    [/^panels +7$/m], [/^empty when healthy by declaration +1$/m], [/^undeclared empties +0$/m], [/^failing +0$/m], [/in some scenario +3, 2$/m],
    [/^ {2}empty when healthy: board: panel 1: nothing happens$/m], [/^ {2}never orange or red: board: panel 2$/m],
  ])('say %s', (line) => {
    expect(figures(proof)).toMatch(line);
  });

  it('count and name what is at fault', () => {
    expect(figures(faulty)).toMatch(/^undeclared empties +1$/m);
    expect(figures(faulty)).toMatch(/^ {2}undeclared: board: panel 3: empty$/m);
    expect([isProven(proof), isProven(faulty)]).toEqual([true, false]);
  });
});
