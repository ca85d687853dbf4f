import { describe, expect, it } from '@jest/globals';
import { environmentNamed, readEnvironment } from '@bud-o11y/model';
import { charts } from '../charts.ts';
import type { Chart } from '../chart.ts';
import { clusters } from '../testing/rendered.ts';
import { type ExplainedValue, explainValues } from './explain.ts';
import { leavesOf, withAt } from './leaves.ts';
import { releaseReasons } from './reasons/index.ts';

const all: readonly Chart[] = charts;
const production = environmentNamed('production');
const cases = clusters.flatMap(({ environment }) => all.filter((chart) => chart.appliesTo?.(environment) ?? true).map((chart) => ({ environment, chart, explained: explainValues(chart, environment) })));
const named = (release: string): Chart => all.find((chart) => chart.release === release) as Chart;
const at = (release: string, path: string, environment = production): ExplainedValue | undefined => explainValues(named(release), environment).find((value) => value.path === path);

describe('explained values', () => {
  it.each(cases)('of $chart.release in $environment.name each have a reason with a source', ({ explained }) => {
    expect(explained.length).toBeGreaterThan(0);
    expect(explained.filter(({ why, source }) => why === '' || source === '').map(({ path }) => path)).toEqual([]);
  });

  it('use every reason that a release has', () => {
    for (const [release, reasons] of Object.entries(releaseReasons)) {
      const used = cases.filter(({ chart }) => releaseReasons[chart.release] === reasons).flatMap(({ explained }) => explained.map(({ why, path }) => `${why} ${path}`));
      expect(reasons.filter(({ at: path, why }) => !used.some((text) => text.startsWith(`${why} ${path}`))).map(({ at: path }) => `${release}: ${path}`)).toEqual([]);
    }
  });

  it.each([
    { release: 'mimir', path: 'mimir.structuredConfig.limits.compactor_blocks_retention_period', expected: { value: '90d', from: 'environment', keys: ['retention.metrics'], source: 'document 8' } },
    { release: 'tempo', path: 'overrides.defaults.compaction.block_retention', expected: { value: '168h', from: 'computed', keys: ['retention.traces'] } },
    { release: 'otel-sampler', path: 'alternateConfig.processors.tail_sampling.policies.4.probabilistic.sampling_percentage', expected: { value: 10, from: 'computed', keys: ['sampling.traces'], source: 'document 9.3' } },
    { release: 'mimir', path: 'ingester.resources.requests.memory', expected: { value: '3584Mi', from: 'computed', keys: ['sizes.mimirIngester.memory'], why: expect.stringContaining('2.5 GB of memory') } },
    { release: 'mimir', path: 'ingester.replicas', expected: { value: 3, from: 'profile', keys: ['sizes.mimirIngester.replicas'], why: expect.stringContaining('profile production') } },
    { release: 'loki', path: 'loki.structuredConfig.compactor.retention_enabled', expected: { value: true, from: 'release', keys: [], source: 'document 8' } },
  ])('$path of $release', ({ release, path, expected }) => {
    expect(at(release, path)).toMatchObject(expected);
  });

  it('tell an override of the environment from a formula', () => {
    const { sizes: _, ...declared } = production;
    const environment = readEnvironment('production', [{ ...declared, sizeOverrides: { loki: { storage: '300Gi' } } }]);
    expect(at('loki', 'singleBinary.persistence.size', environment)).toMatchObject({ value: '300Gi', from: 'environment', source: 'sizeOverrides' });
  });
});

describe('leaves', () => {
  it('are scalars, null and what is empty; undefined is none', () => {
    expect(leavesOf({ a: { b: 1, c: null }, d: [], e: [0, { f: false }], g: undefined }).map(({ path, value }) => [path.join('.'), value])).toEqual([['a.b', 1], ['a.c', null], ['d', []], ['e.0', 0], ['e.1.f', false]]);
  });

  it('are replaced without touching the rest', () => {
    const whole = { a: { b: 1 }, c: [1, 2] };
    expect(withAt(whole, ['c', '1'], 3)).toEqual({ a: { b: 1 }, c: [1, 3] });
    expect(whole).toEqual({ a: { b: 1 }, c: [1, 2] });
  });
});
