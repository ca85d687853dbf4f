import { describe, expect, it } from '@jest/globals';
import { type Environment, durationMs, environmentNamed, environmentNames, metricsRead } from '@bud-o11y/model';
import * as rules from './index.ts';

const { recordingGroups, recordingsFor, renderRules } = rules;
const production = environmentNamed('production');
const shortMemory: Environment = { ...production, retention: { ...production.retention, metrics: '14d' } };
const series = recordingGroups.flatMap((group) => group.series.map((entry) => ({ group, entry, metric: entry.metric })));

/** Document 3.3 gives these names without the level; they are a published contract. */
const documentNames = ['inference:error_rate:5m', 'inference:latency_p99:5m', 'inference:throughput:5m'];

/** The labels that a name promises: `endpoint_gpu_type` is `endpoint` and `gpu_type`. */
const splitLevel = (level: string, known: readonly string[]): string => known.reduce((rest, label) => rest.replace(new RegExp(`(^|_)${label}(?=_|$)`), '$1'), level).replaceAll('_', '');

describe('recorded series', () => {
  it('have one name each', () => {
    expect(series.map(({ metric }) => metric)).toEqual([...new Set(series.map(({ metric }) => metric))]);
  });

  it('include the document\'s three', () => {
    expect(series.map(({ metric }) => metric)).toEqual(expect.arrayContaining(documentNames));
  });

  it.each(series.filter(({ metric }) => !documentNames.includes(metric)))('$metric names exactly the labels that it keeps', ({ metric, entry }) => {
    expect(metric).toMatch(/^[a-z_]+:[a-z_]+:[a-z0-9_]+$/);
    const [level = ''] = metric.split(':');
    const kept = Object.keys(entry.spec.labels).sort((a, b) => b.length - a.length);
    expect(splitLevel(level, kept)).toBe('');
    for (const label of kept) expect(level).toContain(label);
  });

  it.each(series)('$metric reads other recordings of its group only after they are recorded', ({ group, entry }) => {
    const order = group.series.map(({ metric }) => metric);
    const read = entry.rules.flatMap(({ expr }) => metricsRead(expr)).filter((metric) => order.includes(metric));
    for (const metric of read) expect(order.indexOf(metric)).toBeLessThan(order.indexOf(entry.metric));
  });
});

describe('groups', () => {
  it.each(recordingGroups)('$name leaves no gap under the five-minute look-back, and tells how far it reads', ({ interval, reads, series: members }) => {
    expect(durationMs(interval)).toBeLessThan(durationMs('5m') ?? 0);
    const ranges = members.flatMap((entry) => entry.rules.flatMap(({ expr }) => [...expr.text.matchAll(/\[(\w+)\]/g)].map(([, range = '']) => durationMs(range) ?? Number.NaN)));
    expect(Math.max(durationMs('5m') ?? 0, ...ranges)).toBe(durationMs(reads));
  });

  it('are sorted by name', () => {
    expect(recordingGroups.map(({ name }) => name)).toEqual(recordingGroups.map(({ name }) => name).sort());
  });
});

describe.each(environmentNames)('renderRules in %s', (name) => {
  const artifacts = renderRules(environmentNamed(name));

  it('finds no problem', () => {
    expect(artifacts.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('stays within the ruler\'s 20 rules per group', () => {
    for (const { data } of artifacts) expect(data.groups[0].rules.length).toBeLessThanOrEqual(20);
  });

  it('needs only what is rendered', () => {
    const ids = new Set(artifacts.map((artifact) => `${artifact.kind}:${artifact.name}`));
    for (const { needs } of artifacts) for (const id of needs) expect(ids).toContain(id);
  });
});

describe('an environment that keeps metrics for 14 days', () => {
  it('gets no 30-day windows, and nothing is said to need them', () => {
    expect(renderRules(shortMemory).map((artifact) => artifact.name)).not.toContain('mimir/bud-slo-inference-30d');
    expect(renderRules(production).map((artifact) => artifact.name)).toContain('mimir/bud-slo-inference-30d');
    expect(recordingsFor([rules.errorBudget.metric], shortMemory)).toEqual([]);
    expect(recordingsFor([rules.errorBudget.metric], production)).toEqual(['recording-rules:mimir/bud-slo-inference-30d']);
  });
});
