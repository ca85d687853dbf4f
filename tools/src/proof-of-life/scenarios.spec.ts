import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { dataPanels, readDashboard } from './dashboard-json.ts';
import { labelSets } from './label-sets.ts';
import { renderedDashboards } from './proof.ts';
import { has } from './scenario.ts';
import { healthy, scenarios } from './scenarios.ts';
import { specOf } from './usual.ts';

const production = environmentNamed('production');
const panels = new Map(renderedDashboards(production).map(readDashboard).map(({ uid, panels: of }) => [uid as string, dataPanels(of).map(({ id }) => id)]));
const troubles = scenarios.filter((scenario) => scenario !== healthy).map((scenario) => ({ name: scenario.name, scenario }));

describe('the scenarios', () => {
  it('begin with the healthy one, which does nothing, and have names of their own', () => {
    expect([scenarios[0], healthy.effects, healthy.crosses]).toEqual([healthy, [], {}]);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it.each(troubles)('$name changes series that there are', ({ scenario }) => {
    const idle = scenario.effects.filter(({ metric, where = {} }) => !labelSets(specOf(metric), production).some((labels) => has(labels, where)));
    expect(idle).toEqual([]);
  });

  it.each(troubles)('$name names panels that there are', ({ scenario }) => {
    const named = Object.entries(scenario.crosses).flatMap(([uid, ids]) => ids.map((id) => ({ uid, id })));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ uid, id }) => panels.get(uid)?.includes(id) !== true)).toEqual([]);
  });
});
