import { describe, expect, it } from '@jest/globals';
import { type Artifact, artifactId, type ArtifactId, type Query } from '@bud-o11y/model';
import { alertArtifact, configArtifact, dashboardArtifact, datasourcesArtifact, recordingArtifact } from '../fixtures/artifacts.ts';
import { seeded } from '../fixtures/random.ts';
import { cycles, dependencyEdges, missingNeeds } from './graph.ts';
import { applyOrder, laterNeeds, waveIndex, waveOf } from './waves.ts';

function reading(artifact: Artifact, metric: string): Artifact {
  const query: Query = { language: 'promql', text: metric, selectors: [{ metric, matchers: [] }], names: [], variables: [], problems: [], brand: 'query' };
  return { ...artifact, queries: [{ at: 'here', query }] } as Artifact;
}

describe('dependencyEdges', () => {
  it('holds what is declared, the rules that record a series which is read, and the data sources of a dashboard', () => {
    const edges = dependencyEdges([
      datasourcesArtifact({ name: 'd' }),
      recordingArtifact({ name: 'r' }),
      reading(alertArtifact({ name: 'a', needs: ['program-config:m'] }), 'level:r:sum'),
      dashboardArtifact({ name: 'o' }),
      configArtifact({ name: 'm' }),
    ]);
    expect(Object.fromEntries(edges)).toEqual({
      'datasources:d': [],
      'recording-rules:r': [],
      'alert-rules:a': ['program-config:m', 'recording-rules:r'],
      'dashboard:o': ['datasources:d'],
      'program-config:m': [],
    });
  });

  it('has no edge for a link of a data source, nor from a rule to itself', () => {
    const edges = dependencyEdges([reading(datasourcesArtifact({ name: 'd' }), 'level:r:sum'), reading(recordingArtifact({ name: 'r' }), 'level:r:sum')]);
    expect([...edges.values()]).toEqual([[], []]);
  });
});

describe('faults of a graph', () => {
  it('names every need that is missing', () => {
    const artifacts = [alertArtifact({ name: 'a', needs: ['alert-rules:x', 'dashboard:y'] })];
    expect(missingNeeds(artifacts, dependencyEdges(artifacts)).map(({ what }) => what)).toEqual([expect.stringContaining('alert-rules:x'), expect.stringContaining('dashboard:y')]);
  });

  it('shows the shortest of two circles, and none where there is none', () => {
    const ring = (names: readonly string[]): readonly Artifact[] => names.map((name, index) => alertArtifact({ name, needs: [`alert-rules:${names[(index + 1) % names.length]}`] }));
    const artifacts = [...ring(['a', 'b', 'c']), ...ring(['x', 'y'])];
    expect(cycles(artifacts, dependencyEdges(artifacts)).map(({ what }) => what)).toEqual([expect.stringContaining('alert-rules:x -> alert-rules:y -> alert-rules:x')]);
    const chain = [alertArtifact({ name: 'a', needs: ['alert-rules:b'] }), alertArtifact({ name: 'b' })];
    expect(cycles(chain, dependencyEdges(chain))).toEqual([]);
  });

  it('refuses a need of a later wave and allows one of the same or an earlier one', () => {
    const artifacts = [configArtifact({ name: 'm', needs: ['dashboard:o'] }), dashboardArtifact({ name: 'o', needs: ['dashboard:p'] }), dashboardArtifact({ name: 'p' })];
    expect(laterNeeds(artifacts, dependencyEdges(artifacts)).map(({ where }) => where.artifact)).toEqual(['program-config:m']);
  });
});

describe('applyOrder', () => {
  const makers = [configArtifact, datasourcesArtifact, recordingArtifact, alertArtifact, dashboardArtifact];

  it.each(Array.from({ length: 50 }, (_, seed) => seed))('respects waves and edges, whatever the order given: seed %i', (seed) => {
    const random = seeded(seed);
    const artifacts: Artifact[] = [];
    for (let index = 0; index < 20; index += 1) {
      const make = random.pick(makers);
      const candidate = make({ name: String(index) });
      const needs: ArtifactId[] = artifacts.filter((other) => waveIndex(waveOf(other)) <= waveIndex(waveOf(candidate)) && random.chance(0.2)).map(artifactId);
      artifacts.push(make({ name: String(index), needs }));
    }
    const edges = dependencyEdges(artifacts);
    const ordered = applyOrder(artifacts, edges);
    const position = new Map(ordered.map((artifact, index) => [artifactId(artifact), index]));
    expect(position.size).toBe(artifacts.length);
    for (const [id, needs] of edges) for (const need of needs) expect({ seed, id, need, after: (position.get(need) ?? 0) < (position.get(id) ?? 0) }).toEqual({ seed, id, need, after: true });
    const waves = ordered.map((artifact) => waveIndex(waveOf(artifact)));
    expect(waves).toEqual(waves.toSorted((a, b) => a - b));
    expect(applyOrder(artifacts.toReversed(), edges)).toEqual(ordered);
  });
});
