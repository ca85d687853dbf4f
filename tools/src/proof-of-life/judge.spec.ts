import { describe, expect, it } from '@jest/globals';
import { colours } from '@bud-o11y/dashboards';
import { judge } from './judge.ts';
import type { Observation } from './observe.ts';
import type { Scenario } from './scenario.ts';
import { healthy } from './scenarios.ts';

const trouble: Scenario = { name: 'trouble', effects: [], crosses: {} };
const at = 'panel 1 X target A';
const limits = [{ value: null, color: colours.good }, { value: 1, color: colours.critical }];

function seen(scenario: Scenario, more: Partial<Observation> = {}, isBad = false): Observation {
  return { uid: 'board', at, scenario: scenario.name, selection: 'All', hasData: true, unmatched: [], panel: { id: 1, refId: 'A', limits, instant: false, isBad, series: [] }, ...more };
}

const declared = new Map([[`board: ${at}`, 'nothing happens']]);

describe('a query', () => {
  it.each<[string, readonly Observation[], ReadonlyMap<string, string>, readonly string[]]>([
    ['that always has data', [seen(healthy), seen(trouble)], new Map(), []],
    ['that is empty when healthy and says why', [seen(healthy, { hasData: false }), seen(trouble)], declared, []],
    ['that is empty when healthy and does not', [seen(healthy, { hasData: false }), seen(trouble)], new Map(), ['undeclared: empty when healthy; mend the query, or give its target emptyWhenHealthy']],
    ['that says why it is empty and is not', [seen(healthy), seen(trouble)], declared, ['failing: it declares emptyWhenHealthy and has data: remove the declaration']],
    ['that never has data', [seen(healthy, { hasData: false }), seen(trouble, { hasData: false })], declared, ['failing: no data in any scenario']],
    ['that is refused', [seen(healthy, { hasData: false, error: 'parse error' }), seen(trouble)], new Map(), ['failing: the engine refuses it: parse error']],
    ['with a selector that never matches', [seen(healthy, { unmatched: ['a', 'b'] }), seen(trouble, { unmatched: ['b'] })], new Map(), ['failing: no scenario has a series for b']],
    ['with a selector that matches once', [seen(healthy, { unmatched: ['a'] }), seen(trouble)], new Map(), []],
    ['that alarms when healthy', [seen(healthy, {}, true), seen(trouble)], new Map(), ['failing: orange or red while nothing is wrong']],
  ])('%s', (_name, observations, declarations, expected) => {
    const { faults } = judge(observations, declarations, []);
    expect(faults.map(({ kind, what }) => `${kind}: ${what}`)).toEqual(expected);
    for (const { where } of faults) expect(where).toBe(`board: ${at} (All)`);
  });

  it('counts as empty by declaration once, whatever its variables are set to', () => {
    const both = (['All', 'one value'] as const).flatMap((selection) => [seen(healthy, { selection, hasData: false }), seen(trouble, { selection })]);
    const { declared: found, queries, runs } = judge(both, declared, []);
    expect([[...found], queries, runs]).toEqual([[[`board: ${at}`, 'nothing happens']], 2, 4]);
  });
});

describe('a panel that a scenario names', () => {
  const naming: Scenario = { ...trouble, crosses: { 'platform-overview': [1] } };
  const of = (isBad: boolean) => [seen(healthy, { uid: 'platform-overview' }), seen(naming, { uid: 'platform-overview' }, isBad)];

  it.each([[true, []], [false, ['platform-overview: panel 1: crosses no threshold in the scenario trouble']]])('turns red: %s', (isBad, expected) => {
    expect(judge(of(isBad), new Map(), [naming]).faults.map(({ where, what }) => `${where}: ${what}`)).toEqual(expected);
  });

  it('is calm when nothing turns it red', () => {
    expect([judge(of(false), new Map(), []).calm, judge(of(true), new Map(), []).calm]).toEqual([['platform-overview: panel 1'], []]);
  });
});
