import { describe, expect, it } from '@jest/globals';
import { environmentNamed, proofOfLifeSchema } from '@bud-o11y/model';
import type { Observation } from './observe.ts';
import { previews } from './previews.ts';
import type { Proof } from './proof.ts';

const points = Array.from({ length: 500 }, (_, index) => [index, index === 499 ? Number.NaN : index] as const);
const many = Array.from({ length: 30 }, (_, index) => ({ labels: { n: String(index) }, points }));

function observed(scenario: string, id: number, selection: Observation['selection'] = 'All'): Observation {
  return { uid: 'platform-overview', at: `panel ${id}`, scenario, selection, hasData: true, unmatched: [], panel: { id, refId: 'A', limits: [], instant: false, isBad: false, series: many } };
}

const proof: Proof = {
  environment: environmentNamed('production'),
  dashboards: [{ uid: 'platform-overview', title: 'X', time: { from: 'now-3h' }, templating: { list: [] }, annotations: { list: [] }, panels: [] }],
  panels: 2,
  observations: [observed('healthy', 4), observed('healthy', 12), observed('healthy', 13, 'one value'), observed('slow', 4), observed('slow', 12)],
  verdict: { queries: 0, runs: 0, declared: new Map(), judged: 0, calm: [], faults: [] },
  logsAndTraces: { queries: 0, problems: [] },
};

describe('previews', () => {
  const [file] = previews(proof);
  const run = (scenario: string) => file?.runs.find((one) => one.scenario === scenario);

  it('are what the schema says', () => {
    expect(proofOfLifeSchema.safeParse(JSON.parse(JSON.stringify(file))).success).toBe(true);
  });

  it('have every panel when healthy, and of a scenario those that it names', () => {
    expect(Object.keys(run('healthy')?.panels ?? {})).toEqual(['4', '12']);
    expect(Object.keys(run('slow')?.panels ?? {})).toEqual(['4']);
    expect(run('overload')).toBeUndefined();
  });

  it('are thinned out, and keep the newest point', () => {
    const series = run('healthy')?.panels['4']?.['A']?.series ?? [];
    expect(series).toHaveLength(20);
    expect(series[0]?.points.length).toBeLessThanOrEqual(200);
    expect(series[0]?.points.at(-1)).toEqual([499, null]);
  });
});
