import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, keep, metrics, promql } from '@bud-o11y/model';
import { groupsThatRecord, isKept, recordingGroup, renderGroup } from './group.ts';
import { record } from './recording.ts';

const production = environmentNamed('production');
const keeping = (retained: '14d' | '30d' | '90d'): Environment => ({ ...production, retention: { ...production.retention, metrics: retained } });

const base = record({ name: 'job:up:sum', unit: 'count', help: 'targets up', keeps: keep(metrics.up, 'job'), expr: promql`sum(${metrics.up})` });
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

  it('needs the groups whose series it reads, never itself', () => {
    expect(renderGroup(upper, production, [lower, upper]).needs).toEqual(['recording-rules:mimir/lower']);
    const both = recordingGroup({ ...upper, name: 'both', series: [base, derived] });
    expect(renderGroup(both, production, [both]).needs).toEqual([]);
  });
});
