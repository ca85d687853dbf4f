import { describe, expect, it } from '@jest/globals';
import { type MetricSpec, closed, environmentNamed, metricSpecs, metrics, open, targetLabels } from '@bud-o11y/model';
import { labelSets } from './label-sets.ts';

const production = environmentNamed('production');
const table = metricSpecs.map((spec) => ({ name: spec.name, spec }));

describe('the label sets of a metric', () => {
  it.each(table)('$name has every label of the catalog and no other, each set once', ({ spec }) => {
    const sets = labelSets(spec, production);
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) expect(Object.keys(set).toSorted()).toEqual(Object.keys(spec.labels).toSorted());
    expect(new Set(sets.map((set) => JSON.stringify(Object.entries(set).toSorted()))).size).toBe(sets.length);
  });

  it.each(table.filter(({ spec }) => spec !== metrics.firingAlerts.spec))('$name takes every value of a closed label', ({ spec }) => {
    const sets = labelSets(spec, production);
    for (const [name, { values }] of Object.entries(spec.labels)) {
      if (values !== undefined) expect([...new Set(sets.map((set) => set[name]))].toSorted()).toEqual([...values].toSorted());
    }
  });

  it('keeps together what belongs together', () => {
    const pairs = new Set(labelSets(metrics.inferenceRequests.spec, production).map(({ endpoint, model }) => `${endpoint} ${model}`));
    expect([...pairs]).toEqual(['chat llama-70b', 'embed bge-m3', 'vision qwen-vl']);
  });

  it('tells the nodes of managed clusters from those that pods run on', () => {
    expect(new Set(labelSets(metrics.clusterGpuUtilization.spec, production).map(({ node }) => node))).toEqual(new Set(['east-1', 'east-2', 'west-1', 'west-2']));
    expect(new Set(labelSets(metrics.processMemory.spec, production).map(({ node }) => node))).toEqual(new Set(['node-a', 'node-b']));
  });

  it('knows a metric that nobody has described here', () => {
    const spec: MetricSpec = { name: 'new_total', type: 'counter', unit: 'count', help: '', provenance: 'proposed', source: 'a new exporter', labels: { job: targetLabels.job, kind: closed('kind', 'x', 'y'), shard: open('shard', 9) } };
    expect(labelSets(spec, production).filter(({ job }) => job === 'budapp')).toEqual([
      { job: 'budapp', kind: 'x', shard: 'shard-a' }, { job: 'budapp', kind: 'x', shard: 'shard-b' },
      { job: 'budapp', kind: 'y', shard: 'shard-a' }, { job: 'budapp', kind: 'y', shard: 'shard-b' },
    ]);
  });
});
