import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, keep, metrics, promql } from '@bud-o11y/model';
import { groupsThatRecord, isKept, recordingGroup, renderGroup } from './group.ts';
import { record } from './recording.ts';

const production = environmentNamed('production');
const keeping = (retained: '14d' | '30d' | '90d'): Environment => ({ ...production, retention: { ...production.retention, metrics: retained } });

const given = { name: 'job:up:sum', unit: 'count', help: 'targets up', keeps: keep(metrics.up, 'job'), expr: promql`sum(${metrics.up})` } as const;
const base = record(given);
const derived = record({ name: 'job:up:max1h', unit: 'count', help: 'most targets up', keeps: keep(metrics.up, 'job'), expr: promql`max_over_time(${base}[1h])` });
const lower = recordingGroup({ name: 'lower', evaluator: 'mimir', interval: '1m', reads: '5m', series: [base] });
const upper = recordingGroup({ name: 'upper', evaluator: 'mimir', interval: '1m', reads: '1h', series: [derived] });

describe('isKept', () => {
  it.each([
    { retained: '90d', range: '30d', kept: true },
    { retained: '30d', range: '30d', kept: true },
    { retained: '14d', range: '30d', kept: false },
    { retained: '14d', range: '6h', kept: true },
  ] as const)('is $kept for a range of $range where metrics stay for $retained', ({ retained, range, kept }) => {
    expect(isKept(keeping(retained), range)).toBe(kept);
  });
});

describe('groupsThatRecord', () => {
  it('names the groups by their artifacts', () => {
    expect(groupsThatRecord(['job:up:sum', 'up'], [lower, upper])).toEqual(['recording-rules:mimir/lower']);
    expect(groupsThatRecord(['up'], [lower, upper])).toEqual([]);
  });
});

describe('renderGroup', () => {
  it('writes a file that rulers read', () => {
    const artifact = renderGroup(lower, production, [lower, upper]);
    expect(artifact).toMatchObject({ name: 'mimir/lower', path: 'rules/production/mimir/lower.yaml', source: 'packages/rules/src/groups/lower.ts' });
    expect(artifact.text).toBe('groups:\n  - name: lower\n    interval: 1m\n    rules:\n      - record: job:up:sum\n        expr: sum(up)\n');
  });

  it.each<{ name: string; group: object; what: RegExp }>([
    { name: 'an unknown key', group: { partialResponse: true }, what: /group lower has the unknown key partialResponse/ },
    { name: 'an evaluator that does not exist', group: { evaluator: 'mirim' }, what: /the evaluator "mirim"/ },
    { name: 'an interval that is no duration', group: { interval: '5x' }, what: /`interval: 5x`/ },
    { name: 'an interval of nothing', group: { interval: '0s' }, what: /`interval: 0s`/ },
    { name: 'a reach that is no duration', group: { reads: '1hour' }, what: /`reads: 1hour`/ },
    { name: 'a recording with an unknown key', group: { series: [record({ ...given, labels: { slo: 'x' } } as typeof given)] }, what: /job:up:sum has the unknown key labels/ },
  ])('reports $name, with the file to edit', ({ group, what }) => {
    const { problems } = renderGroup({ ...lower, ...group }, production, []);
    expect(problems).toEqual([expect.objectContaining({ code: 'rules-declaration', where: { file: 'packages/rules/src/groups/lower.ts', path: 'lower' }, what: expect.stringMatching(what) })]);
  });

  it('needs the groups whose series it reads, never itself', () => {
    expect(renderGroup(upper, production, [lower, upper]).needs).toEqual(['recording-rules:mimir/lower']);
    const both = recordingGroup({ ...upper, name: 'both', series: [base, derived] });
    expect(renderGroup(both, production, [both]).needs).toEqual([]);
  });
});
